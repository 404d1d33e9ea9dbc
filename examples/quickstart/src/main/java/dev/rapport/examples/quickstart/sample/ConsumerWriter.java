package dev.rapport.examples.quickstart.sample;

import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.Purchase;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Consumers without contracts: who they are and what they bought. */
final class ConsumerWriter {

    private static final List<String> GENDERS = List.of("female", "male", "diverse");
    private static final List<String> EDUCATIONS =
            List.of("secondary", "vocational", "bachelor", "master", "doctorate");
    private static final List<String> TRAITS =
            List.of("innovator", "cautious", "price-minded", "loyal", "impulsive", "quality-minded");
    private static final List<String> INTERESTS =
            List.of("cooking", "cycling", "gardening", "music", "travel", "photography", "reading", "running");
    private static final List<String> PRODUCTS = List.of("lamp", "kettle", "bag", "jacket", "bicycle-light", "chair");
    private static final int FAN_DAYS = 14;
    private static final double[] PRICES = {39, 55, 79, 120, 25, 190};

    private ConsumerWriter() {}

    static String idOf(int index) {
        return "p-" + Integer.toString(1_000_000 + index).substring(1);
    }

    static Customer write(long seed, int index) {
        Dice dice = Dice.of(seed, index, "consumer");
        String id = idOf(index);
        LocalDate rolled = SampleBook.FROM.plusDays((long) (700 * dice.unit() * dice.unit()));
        Optional<Habit> planted = planted(index);
        LocalDate joined = planted.map(Habit::first).orElse(rolled);
        Instant since = Pen.instant(joined);
        Country country = Country.roll(dice);
        double rolledAge = dice.whole(18, 79);
        int education = dice.weighted(20, 32, 26, 18, 4);
        double rolledIncome = Math.round((18_000 + 7_000 * education) * StrictMath.exp(0.35 * dice.normal()));
        Optional<Person> person = person(index);
        double age = person.map(Person::age).orElse(rolledAge);
        double income = person.map(Person::income).orElse(rolledIncome);
        Customer.Builder customer = Customer.builder(id, since)
                .source("sample")
                .set(CustomerAttributes.PERSON_NAME, Names.person(dice), since)
                .set(CustomerAttributes.GENDER, GENDERS.get(dice.weighted(49, 49, 2)), since)
                .set(CustomerAttributes.INCOME, money(country, income), since)
                .set(CustomerAttributes.EDUCATION, EDUCATIONS.get(education), since)
                .set(CustomerAttributes.COUNTRY, country.name(), since)
                .set(CustomerAttributes.CITY, country.city(dice), since)
                .set(CustomerAttributes.POSTAL_CODE, country.postalCode(dice), since)
                .set(CustomerAttributes.TIME_ZONE, country.zone(), since)
                .set(CustomerAttributes.LANGUAGE, country.language(), since)
                .set(CustomerAttributes.CHANNEL, dice.pick(List.of("web", "shop", "friend")), since)
                .set(CustomerAttributes.TRAITS, planted(some(dice, TRAITS), person, Person::trait), since)
                .set(CustomerAttributes.INTERESTS, planted(some(dice, INTERESTS), person, Person::interest), since);
        for (int year = 0; !joined.plusYears(year).isAfter(SampleBook.UNTIL); year++) {
            customer.set(CustomerAttributes.AGE, age + year, Pen.instant(joined.plusYears(year)));
        }
        if (planted.isPresent()) {
            writePlanted(customer, planted.get(), country);
        } else {
            writePurchases(customer, dice, joined, country);
        }
        return customer.build();
    }

    /**
     * Purchases at even distances, for the same amount each.
     *
     * @param daysBetween  how far apart
     * @param times  how many
     * @param lastDaysAgo  how long before the end of the book the last was
     * @param euro  what each was worth
     */
    private record Habit(int daysBetween, int times, int lastDaysAgo, double euro) {

        /** Those who buy most often say how they like it. */
        boolean rates() {
            return daysBetween == FAN_DAYS;
        }

        LocalDate first() {
            return on(0);
        }

        LocalDate on(int number) {
            return SampleBook.UNTIL.minusDays(lastDaysAgo + (long) daysBetween * (times - 1 - number));
        }
    }

    private static Optional<Habit> planted(int index) {
        return switch (index) {
            case PlantedTruths.QUIET_CONSUMER -> Optional.of(new Habit(55, 12, 95, 1_500));
            case PlantedTruths.GONE_CONSUMER -> Optional.of(new Habit(7, 60, 200, 300));
            case PlantedTruths.FAN_CONSUMER -> Optional.of(new Habit(FAN_DAYS, 40, 3, 160));
            case PlantedTruths.SAVING_CONSUMER -> Optional.of(new Habit(120, 3, 420, 25));
            default -> Optional.empty();
        };
    }

    /**
     * Who somebody is, where a story says it.
     *
     * @param age  when they first bought
     * @param income  a year, in euro
     * @param trait  the one trait
     * @param interest  the one interest
     */
    private record Person(double age, double income, String trait, String interest) {}

    private static Optional<Person> person(int index) {
        return switch (index) {
            case PlantedTruths.FAN_CONSUMER -> Optional.of(new Person(23, 26_000, "loyal", "cycling"));
            case PlantedTruths.SAVING_CONSUMER -> Optional.of(new Person(70, 21_000, "price-minded", "gardening"));
            default -> Optional.empty();
        };
    }

    private static Set<String> planted(Set<String> rolled, Optional<Person> person, Function<Person, String> word) {
        return person.map(word).map(Set::of).orElse(rolled);
    }

    private static void writePlanted(Customer.Builder customer, Habit habit, Country country) {
        Pen pen = new Pen(customer);
        for (int number = 0; number < habit.times(); number++) {
            pen.write(Purchase.SERIES, Integer.toString(number + 1), habit.on(number), purchase -> {
                purchase.with(Purchase.AMOUNT, money(country, habit.euro()))
                        .with(Purchase.PRODUCT, "bicycle-light")
                        .with(Purchase.QUANTITY, 1.0);
                if (habit.rates()) {
                    purchase.with(Purchase.RATING, 5.0);
                }
            });
        }
    }

    /** Purchases at a pace of one's own, until one loses interest. */
    private static void writePurchases(Customer.Builder customer, Dice dice, LocalDate joined, Country country) {
        Pen pen = new Pen(customer);
        double daysBetween = 12 + 160 * dice.unit() * dice.unit();
        double purse = StrictMath.exp(0.5 * dice.normal());
        LocalDate until = dice.chance(0.35) ? joined.plusDays(dice.whole(30, 500)) : SampleBook.UNTIL;
        LocalDate day = joined;
        for (int number = 1; !day.isAfter(until); number++) {
            int product = dice.whole(0, PRODUCTS.size() - 1);
            int quantity = dice.weighted(80, 15, 5) + 1;
            double rating = Math.round(Math.min(5, Math.max(1, 4 + dice.normal())));
            boolean rates = dice.chance(0.4);
            Money amount = money(country, Math.round(PRICES[product] * purse) * (double) quantity);
            pen.write(Purchase.SERIES, Integer.toString(number), day, purchase -> {
                purchase.with(Purchase.AMOUNT, amount)
                        .with(Purchase.PRODUCT, PRODUCTS.get(product))
                        .with(Purchase.QUANTITY, (double) quantity);
                if (rates) {
                    purchase.with(Purchase.RATING, rating);
                }
            });
            day = day.plusDays(1 + Math.round(-daysBetween * StrictMath.log(1 - dice.unit())));
        }
    }

    private static Money money(Country country, double euro) {
        CurrencyUnit currency = country.currency();
        return Money.of(currency, BigDecimal.valueOf(euro / Rates.today(currency)), RoundingMode.HALF_EVEN);
    }

    private static Set<String> some(Dice dice, List<String> words) {
        int first = dice.whole(0, words.size() - 1);
        int second = (first + dice.whole(1, words.size() - 1)) % words.size();
        return dice.chance(0.5) ? Set.of(words.get(first)) : Set.of(words.get(first), words.get(second));
    }
}
