package dev.rapport.examples.quickstart.sample;

import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;

/** Where the sample's customers sit, and what follows from it. */
enum Country {
    DE(30, "EUR", "Europe/Berlin", "de", "GmbH|AG|KG", "Hamburg|Leipzig|Stuttgart|Bremen|Nuremberg", "#####", "DACH"),
    AT(6, "EUR", "Europe/Vienna", "de", "GmbH|AG", "Graz|Linz|Vienna", "####", "DACH"),
    CH(8, "CHF", "Europe/Zurich", "de", "AG|GmbH", "Basel|Bern|Lucerne", "####", "DACH"),
    NL(8, "EUR", "Europe/Amsterdam", "nl", "B.V.|N.V.", "Utrecht|Rotterdam|Eindhoven", "#### AB", "Benelux"),
    BE(5, "EUR", "Europe/Brussels", "nl", "NV|BV", "Ghent|Antwerp|Liege", "####", "Benelux"),
    FR(9, "EUR", "Europe/Paris", "fr", "SAS|SARL", "Lyon|Nantes|Lille", "#####", "Southern Europe"),
    GB(12, "GBP", "Europe/London", "en", "Ltd|plc", "Leeds|Bristol|Sheffield", "LS# #AB", "British Isles"),
    IE(4, "EUR", "Europe/Dublin", "en", "Ltd", "Cork|Galway|Dublin", "D## A###", "British Isles"),
    SE(6, "SEK", "Europe/Stockholm", "sv", "AB", "Uppsala|Malmo|Gothenburg", "### ##", "Nordics"),
    DK(4, "EUR", "Europe/Copenhagen", "da", "ApS|A/S", "Aarhus|Odense", "####", "Nordics"),
    US(12, "USD", "America/Chicago", "en", "Inc.|LLC", "Denver|Portland|Columbus|Austin", "#####", "North America"),
    CA(4, "USD", "America/Toronto", "en", "Inc.|Ltd", "Ottawa|Calgary|Halifax", "K#A #B#", "North America");

    private final double weight;
    private final String currency;
    private final String zone;
    private final String language;
    private final String legalForms;
    private final String cities;
    private final String postalPattern;
    private final String region;

    Country(
            double weight,
            String currency,
            String zone,
            String language,
            String legalForms,
            String cities,
            String postalPattern,
            String region) {
        this.weight = weight;
        this.currency = currency;
        this.zone = zone;
        this.language = language;
        this.legalForms = legalForms;
        this.cities = cities;
        this.postalPattern = postalPattern;
        this.region = region;
    }

    static Country roll(Dice dice) {
        double[] weights = new double[values().length];
        for (Country country : values()) {
            weights[country.ordinal()] = country.weight;
        }
        return values()[dice.weighted(weights)];
    }

    CurrencyUnit currency() {
        return CurrencyUnit.of(currency);
    }

    String zone() {
        return zone;
    }

    String language() {
        return language;
    }

    String region() {
        return region;
    }

    String legalForm(Dice dice) {
        return one(legalForms, dice);
    }

    String city(Dice dice) {
        return one(cities, dice);
    }

    private static String one(String choices, Dice dice) {
        return dice.pick(List.of(choices.split("\\|", -1)));
    }

    String postalCode(Dice dice) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < postalPattern.length(); i++) {
            char c = postalPattern.charAt(i);
            code.append(c == '#' ? Character.forDigit(dice.whole(1, 9), 10) : c);
        }
        return code.toString().toUpperCase(Locale.ROOT);
    }
}
