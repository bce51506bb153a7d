"""Who is meant: names, offices, "his Syrian counterpart", "the two presidents", pronouns; countries and bodies."""
