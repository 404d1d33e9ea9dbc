package dev.rapport.examples.quickstart.sample;

import java.util.List;
import java.util.Locale;

/** Invented names from tables of syllables. */
final class Names {

    private static final List<String> COMPANY_STARTS = List.of(
            "Nor", "Bright", "Kel", "Vel", "Mar", "Tor", "Sil", "Quin", "Hal", "Bran", "Lum", "Fer", "Ost", "Cal",
            "Dru", "Ver", "Gal", "Ryn", "Sol", "Tam", "Wen", "Zar", "Ald", "Bel", "Cor", "Del", "Elm", "Fal", "Gren",
            "Isk");
    private static final List<String> COMPANY_MIDDLES = List.of(
            "a", "e", "i", "o", "ara", "eno", "ila", "ova", "uri", "emi", "ani", "ora", "eli", "ika", "une", "asa");
    private static final List<String> COMPANY_ENDS = List.of(
            "vela", "moor", "dal", "tek", "lind", "mark", "ridge", "vane", "ston", "field", "nova", "berg", "wick",
            "mont", "tron", "gate", "haven", "brook", "crest", "line", "holm", "worth", "stad", "val", "net", "well");
    private static final List<String> DISTRICTS =
            List.of("North", "South", "East", "West", "Central", "Coast", "Valley", "Harbour");
    private static final List<String> GIVEN_STARTS =
            List.of("Ma", "Lu", "Ti", "Ka", "Jo", "Ra", "Se", "Ni", "El", "Ari", "Da", "Be", "Vi", "Mi", "So", "Ye");
    private static final List<String> GIVEN_ENDS =
            List.of("ren", "la", "vik", "mira", "to", "nel", "sa", "rin", "dra", "bo", "lian", "ke", "na", "mar");
    private static final List<String> FAMILY_STARTS = List.of(
            "Tel", "Bro", "Hag", "Wis", "Lor", "Ked", "Mor", "Fen", "Sta", "Dor", "Ash", "Vol", "Gri", "Nes", "Pol",
            "Rud");
    private static final List<String> FAMILY_ENDS = List.of(
            "vik", "mann", "sted", "ner", "low", "berg", "kov", "ley", "dahl", "ton", "ner", "ström", "rell", "wood");

    private static final int WORDS = COMPANY_STARTS.size() * COMPANY_MIDDLES.size() * COMPANY_ENDS.size();
    private static final int STRIDE = 7_919;

    private Names() {}

    /** The name of the company of a number, without its legal form; never twice in a book. */
    static String company(long seed, int index) {
        int place = (int) Math.floorMod(seed * 104_729L + (long) index * STRIDE, (long) WORDS);
        String start = COMPANY_STARTS.get(place % COMPANY_STARTS.size());
        int rest = place / COMPANY_STARTS.size();
        String middle = COMPANY_MIDDLES.get(rest % COMPANY_MIDDLES.size());
        String end = COMPANY_ENDS.get(rest / COMPANY_MIDDLES.size());
        int round = index / WORDS;
        String word = start + middle + end;
        return round == 0 ? word : word + " " + DISTRICTS.get((round - 1) % DISTRICTS.size());
    }

    static String person(Dice dice) {
        return dice.pick(GIVEN_STARTS) + dice.pick(GIVEN_ENDS) + " " + dice.pick(FAMILY_STARTS)
                + dice.pick(FAMILY_ENDS);
    }

    /** An address under a top-level domain that is reserved for examples. */
    static String address(String person, String company) {
        return ascii(person).replace(' ', '.') + "@" + ascii(company).replace(' ', '-') + ".example";
    }

    private static String ascii(String name) {
        return name.toLowerCase(Locale.ROOT).replace('ö', 'o');
    }
}
