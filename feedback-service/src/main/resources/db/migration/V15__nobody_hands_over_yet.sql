-- A source cannot read what is handed over to it yet, so nobody would tell its people: Steward does again.
update source set tells_people = false where tells_people;
