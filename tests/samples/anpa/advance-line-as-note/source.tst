z6715
a i  BC-EU--Orno-Ferry, Adv05 Adv05 03-02 0123
^$adv05<
^BC-EU--Orno-Ferry, Adv05,z6700<
^Adv05<
^For release Thursday, March 5, and thereafter<
^Ferry to run again<
   ORNO (CP) _ The harbour board of Orno said Tuesday that the ferry would
run again from May, after a year of repairs to the quay.
   The work cost 40 million crowns, the board said.
^End Adv for March 5<

CP-WF-03-02-26 1011GMT
