z6715
r i  BC-CP--Advisory ADVISORY 03-02 0123
^BC-CP--Advisory<
^EDITORS: ADVISORY<
   CP will move a story on the Orno ferry at 1500 GMT.

CP-WF-03-02-26 1011GMT
