xquery version "3.1";

(: Puts the indexes where they are found before the records come: eXist-db runs this
   first, and says where the package lies and where it goes. :)

import module namespace xmldb = "http://exist-db.org/xquery/xmldb";

declare variable $home external;
declare variable $dir external;
declare variable $target external;

fold-left(tokenize($target, "/")[. != ""], "/db/system/config",
    xmldb:create-collection#2)
! xmldb:store-files-from-pattern(., $dir, "collection.xconf")
