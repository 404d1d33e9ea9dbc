package dev.rapport.examples.quickstart.sample;

import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.time.TimeRange;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.joda.money.Money;

/** What a company is, where it sits, and whom it belongs to. */
final class AttributeWriter {

    private static final List<String> INDUSTRIES =
            List.of("retail", "manufacturing", "logistics", "finance", "healthcare", "software", "education", "energy");
    private static final List<String> CHANNELS = List.of("sales", "partner", "web", "referral");
    private static final List<String> AIMS =
            List.of("cut-costs", "grow", "comply", "work-together", "decide-on-data", "serve-faster");

    private AttributeWriter() {}

    static void write(Profile profile, Customer.Builder customer, Instant since) {
        Dice dice = profile.dice("attributes");
        Country country = profile.country();
        String name = profile.name() + " " + country.legalForm(dice);
        double headcount = Math.max(3, Math.round(profile.arrInEuro() / 90 * dice.between(0.5, 3)));
        Money revenue = Money.of(
                country.currency(), Math.round(headcount * dice.between(90, 240)) * 1_000.0, RoundingMode.HALF_EVEN);
        customer.set(CustomerAttributes.NAME, name, since)
                .set(CustomerAttributes.INDUSTRY, dice.pick(INDUSTRIES), since)
                .set(CustomerAttributes.REVENUE, revenue, since)
                .set(CustomerAttributes.COUNTRY, country.name(), since)
                .set(CustomerAttributes.REGION, country.region(), since)
                .set(CustomerAttributes.CITY, country.city(dice), since)
                .set(CustomerAttributes.POSTAL_CODE, country.postalCode(dice), since)
                .set(CustomerAttributes.TIME_ZONE, country.zone(), since)
                .set(CustomerAttributes.LANGUAGE, country.language(), since)
                .set(CustomerAttributes.CHANNEL, dice.pick(CHANNELS), since)
                .set(CustomerAttributes.AIMS, aims(dice), since);
        boolean isLarge = profile.is(Plant.SEATS_USED);
        writeHeadcount(dice, customer, isLarge ? PlantedTruths.HEADS_BEYOND_SEATS : headcount, since);
        writeRelations(profile, dice, customer, since);
        TrialTruths.write(profile, customer, since);
    }

    private static Set<String> aims(Dice dice) {
        int first = dice.whole(0, AIMS.size() - 1);
        int second = (first + dice.whole(1, AIMS.size() - 1)) % AIMS.size();
        return Set.of(AIMS.get(first), AIMS.get(second));
    }

    /** Now and then the headcount was entered wrongly and corrected a year later, for the time before too. */
    private static void writeHeadcount(Dice dice, Customer.Builder customer, double headcount, Instant since) {
        boolean isMistaken = dice.chance(0.04);
        Instant corrected = Pen.instant(LocalDate.of(2025, 11, dice.whole(1, 28)));
        if (isMistaken && since.isBefore(corrected)) {
            customer.set(CustomerAttributes.HEADCOUNT, headcount * 10, since);
            customer.set(CustomerAttributes.HEADCOUNT, headcount, TimeRange.startingAt(since), corrected);
        } else {
            customer.set(CustomerAttributes.HEADCOUNT, headcount, since);
        }
    }

    private static void writeRelations(Profile profile, Dice dice, Customer.Builder customer, Instant since) {
        boolean isBought = dice.chance(0.2);
        Instant bought = Pen.instant(LocalDate.of(2025, dice.whole(1, 12), 1));
        profile.parent()
                .ifPresent(parent -> customer.set(
                        CustomerAttributes.PARENT,
                        Profile.idOf(parent),
                        isBought && profile.is(Plant.NONE) && since.isBefore(bought) ? bought : since));
        if (profile.is(Plant.MERGED_AWAY)) {
            customer.set(
                    CustomerAttributes.MERGED_INTO,
                    Profile.idOf(Plant.TOOK_OVER.places().get(0)),
                    Pen.instant(PlantedTruths.MERGED_ON));
        }
        if (profile.is(Plant.SPLIT_OFF)) {
            customer.set(
                    CustomerAttributes.SPLIT_FROM,
                    Profile.idOf(Plant.SPLIT.places().get(0)),
                    since);
        }
    }
}
