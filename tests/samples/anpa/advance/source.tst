s0301_asian
a e BC-Bridge-Builder,$adv05    01-02 0410
^$adv05<
^BC-Bridge-Builder, $adv05,410<
^For release Thursday, Jan. 5, and thereafter<
^The woman who builds bridges<
^By ILSE KRON=
	   LISK (MX) _ Ada Lohm has built 40 bridges.
	   She is not tired of them.
^End Adv for Jan. 5<
	   ^MX-WF-01-02-23 1100GMT<


