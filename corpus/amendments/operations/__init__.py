"""Operations on a text: replace, insert, repeal, renumber, edit words."""
