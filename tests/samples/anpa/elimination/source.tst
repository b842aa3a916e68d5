z6715
b i  BC-EU--Orno-Ferry BULLETIN ELIMINATION 03-02 0123
^BC-EU--Orno-Ferry, BULLETIN ELIMINATION<
   EDITORS: Please eliminate BC-EU--Orno-Ferry, z6715. 

CP-WF-03-02-26 1011GMT
