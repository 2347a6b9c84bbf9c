"""A treaty that does not exist, built like the Protocol, in two languages and in words of our own."""

ENGLISH = """\
Protocol on the Lake against Trafficking

Article 1. Name

This is the Lake Protocol.

Article 3. Words

In this Protocol:

(a) "Trafficking in persons" is to recruit, transport, transfer, harbour or receive somebody by threat, force, coercion,
abduction, fraud, deception, an abuse of power or of a position of vulnerability, to be exploited:
in prostitution, in forced labour, in slavery, in servitude, or by removal of organs;

(b) Consent of such a victim is immaterial once that was done;

(c) With a child it is trafficking without any such means;

(d) "Child" is a person who is under eighteen.

Article 5. Crimes

1. A State Party makes what article 3 names a crime.

2. A State Party makes it a crime also:

(a) to attempt it, as far as its law knows attempts;

(b) to be an accomplice to it;

(c) to organise others so that they do it.
"""

RUSSIAN = """\
Протокол Озера против торговли людьми

Статья 3. Слова

В настоящем Протоколе:

а) "торговля людьми" означает вербовку, перевозку, передачу, укрывательство или получение человека путем угрозы, силы,
принуждения, похищения, мошенничества или обмана в целях эксплуатации: проституции, принудительного труда, рабства,
подневольного состояния или изъятия органов;

б) согласие такой жертвы не имеет значения;

в) ребенок защищен и без таких средств;

г) "ребенок" означает лицо, не достигшее восемнадцати лет.

Статья 5. Преступления

1. Государство-участник признает это преступлением.

2. Государство-участник признает преступлением также:

а) покушение на него;

б) соучастие в нем;

в) организацию его.
"""

# The same definitions in a statute, which binds no States.
STATUTE = ENGLISH.replace("Protocol", "Act").replace("A State Party makes", "This Act makes")
