w1645_asian
b i BC-SE--NewsAlert    06-29 0018
^BC-SE--NewsAlert,17<
	   PORT SELA (MX) _ The government of Sela has stepped down, its prime minister says.
	   ^MX-WF-06-29-26 2350GMT<


