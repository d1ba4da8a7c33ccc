"""Who may hold which post and category: the rules of the cards, applied to a staff record."""
