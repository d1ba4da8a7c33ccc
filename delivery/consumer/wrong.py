"""Mistakes that a type checker must find; `# wrong` marks each line, and no other line may be blamed."""

import socwork_standard as sw

standard = sw.load_standard()
standard.card(13.5)  # wrong: a card has a number, a slug, a code or a name
standard.card(13).name.text("de")  # wrong: there are three languages
decision = sw.check({}, card=13)
number: int = decision.status  # wrong: a status is a word
print(decision.status == "yes")  # wrong: no status is called so
sw.check({})  # wrong: which card?
sw.decide({}, card=13)  # wrong: there is no such function
