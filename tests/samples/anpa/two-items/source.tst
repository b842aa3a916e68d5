w0001_asian
r f BC-Copper    07-09 0090
^BC-Copper,90<
^Copper rises in Sela<
	   PORT SELA (MX) _ Copper rose 4.2 percent at São Luís.
	   MORE
	   ^MX-WF-07-09-26 1000GMT<


w0002_asian
r f BC-Copper 1stAdd   07-09 0050
^BC-Copper, 1st Add,50<
	   PORT SELA: It had fallen for a week.
	   END
	   ^MX-WF-07-09-26 1004GMT<


