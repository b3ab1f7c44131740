"""Abbreviations of news prose: after which full stop a sentence goes on, and after which it may end."""

from ingest.text.wordsets import word_set

# Something always follows these: a name, a number, an example.
CONTINUES = word_set(
    "mr mrs ms mx dr prof gen col lt sgt cpl pvt capt cmdr maj adm brig rep sen gov rev hon st ste mt ft fr pres "
    "supt det insp messrs mme mlle mgr msgr amb asst assoc atty sec treas dist vs v viz cf e.g i.e eg ie "
    "approx est ca c fig figs vol vols pp para paras ed eds trans op cit lt.gov maj.gen brig.gen lt.col "
    "lt.gen sgt.maj vice-adm herr"
)
# Numbers follow these; without one the word is a word ("He said no.").
BEFORE_NUMBERS = word_set(
    "no nos art sec ch p pg pp vol fig par sect nr num rs tel hk b d c jan feb mar apr jun jul aug sep sept oct nov dec"
)
# These end a sentence only when the next word looks like a first word.
MAY_END = word_set(
    "inc corp co cos ltd llc plc bros jr sr esq ave blvd rd hwy dept univ etc al a.m p.m ph.d m.d d.c u.s "
    "u.k u.n e.u u.s.a n.y l.a b.a m.a b.sc m.sc d.phil r.n s.a n.v b.v s.p.a a.g a.d b.c ala ariz ark calif colo "
    "conn del fla ga ill ind kan ky md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis "
    "wyo mon tue tues wed thu thur thurs fri sat sun pct dist gmbh intl natl govt sq bldg apt ext min max avg hrs "
    "mins secs yrs ft lb lbs oz km kg cm mm"
)
# Short forms that are also words which end sentences ("the sun.", "too ill.").
PLAIN_WORDS = word_set("sun sat ill miss wash mass min max ore pa ind mo va del mon wed")
# First words of sentences that are hardly ever the second half of a name.
STARTERS = word_set(
    "the a an this that these those it its he she they we i you his her their our my your there here in on at by "
    "for from with without after before during since while when where what who why how if as although though "
    "because but and or so yet however meanwhile moreover nevertheless also then now still once until both each "
    "every all many most some several few another other such under over between among despite according last next "
    "earlier later officials analysts police shares prices sales exports imports output growth total nearly about "
    "more less only even not no one two three"
)
# What follows "10 a.m." without ending the sentence.
AFTER_CLOCK = word_set(
    "est edt cst cdt mst mdt pst pdt gmt utc bst cet cest ist jst et pt ct mt eastern central pacific monday "
    "tuesday wednesday thursday friday saturday sunday local beijing january february march april may june july "
    "august september october november december"
)
# A name and one of these after a quoted question or exclamation belong to it: "Is it over?" Smith asked.
SPEECH = word_set(
    "said says asked asks told tells added adds wrote writes replied shouted cried exclaimed wondered continued "
    "recalled explained joked quipped tweeted posted insisted answered demanded declared noted"
)
# Single capitals that close a phrase ("vitamin C.", "plan B.") and are not initials.
BEFORE_LETTER = word_set(
    "vitamin plan hepatitis group class type grade series option section part appendix category team model serie "
    "line gate block room phase channel influenza league division terminal formula schedule"
)
