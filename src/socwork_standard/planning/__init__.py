"""Plans: from what a person has to a post, found with the checker itself and never with rules of its own."""
