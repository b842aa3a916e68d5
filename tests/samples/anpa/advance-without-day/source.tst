s0302_asian
s e BC-Bridge-Prize    01-02 0100
^BC-Bridge-Prize,100<
^Prize for the woman who builds bridges<
	   LISK (MX) _ Ada Lohm gets the prize.
	   ^MX-WF-01-02-23 1105GMT<


