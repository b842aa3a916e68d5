w1203_asian
r a BC-OR--Orvik-FerryRetur 1stLd-Writethru   03-04 0312
^BC-OR--Orvik-Ferry Returns, 1st Ld-Writethru,212<
^Ferry sails to Orvik again after six weeks<
^MX Photo ORV101<
^Eds: UPDATES with quote from harbour master. Call the desk at 555-0101.<
^The ferry sailed to Orvik again on Wednesday with 214 people on board.<
^By MARA TEELE=
^Meridian Staff Writer=
	   ORVIK (MX) _ The ferry sailed to Orvik again on Wednesday with 214 people on board, six weeks
after a storm broke the pier.
 
	   ``We had waited for a calm sea,'' harbor master Jon Reif said. ``And here it is.''
	   ___
	   Meridian writer Tom Inge contributed to this report.
	   ^MX-WF-03-04-26 0715GMT<


