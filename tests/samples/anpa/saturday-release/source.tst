s0303_asian
s e BC-Copper-Week    01-02 0100
^BC-Copper-Week,100<
^FOR RELEASE SUNDAY JAN. 8 AND THEREAFTER<
^Week of copper<
	   LISK (MX) _ Copper rose.
	   ^MX-WF-01-02-23 1105GMT<


