"""The German analyser: an encoder with heads for names, morphology, lemmas and trees."""
