package dev.rapport.examples.quickstart.sample;

import dev.rapport.model.customer.ContractLine;
import dev.rapport.model.customer.EntryBuilder;
import dev.rapport.model.customer.Touchpoint;
import dev.rapport.model.customer.Usage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.joda.money.Money;

/** What is planted about reviews and about days that fall due, beside what the other writers state. */
final class ReviewTruths {

    static final LocalDate PRICE_RISES = LocalDate.of(2026, 7, 30);
    static final LocalDate ARRANGED_FOR = LocalDate.of(2026, 8, 4);

    static final int RANK_OF_LATE_REVIEW = 3;
    static final Span UNTIL_DECIDED = Span.between(LocalDate.of(2024, 9, 28), LocalDate.of(2025, 8, 30));
    static final Span AFTER_DECISION = Span.between(LocalDate.of(2025, 8, 30), LocalDate.of(2025, 9, 28));

    private static final double PRICE_RISE = 0.05;
    private static final String CREDITS = "interface-credits";
    private static final double BOUGHT = 100;
    private static final double USED_A_WEEK = 4;
    private static final double AGREED = 2;

    private ReviewTruths() {}

    /** With one customer the review of a year was held after the decision date, not before. */
    static String kind(Profile profile, LocalDate on, String kind) {
        if (!profile.is(Plant.FALLING_USAGE) || profile.rank() != RANK_OF_LATE_REVIEW) {
            return kind;
        }
        boolean isEarly = UNTIL_DECIDED.contains(on) && kind.equals("review");
        return AFTER_DECISION.contains(on) ? "review" : isEarly ? "meeting" : kind;
    }

    /** Who took part in a review and what was agreed; what was agreed before is closed by the next, but with one customer. */
    static void fillReview(Profile profile, LocalDate on, boolean isFirst, EntryBuilder review) {
        boolean isWithoutDecider = profile.is(Plant.TWO_CSMS);
        Set<String> participants = new LinkedHashSet<>();
        for (PeopleWriter.Contact contact : PeopleWriter.contacts(profile)) {
            boolean decides = contact.role().equals("sponsor") || contact.role().equals("decision-maker");
            if (contact.there().contains(on) && !contact.role().equals("user") && !(decides && isWithoutDecider)) {
                participants.add(contact.id());
            }
        }
        if (!participants.isEmpty()) {
            review.with(Touchpoint.PARTICIPANTS, participants);
        }
        review.with(Touchpoint.ACTIONS_AGREED, AGREED);
        if (!isFirst && !profile.is(Plant.SEATS_USED)) {
            review.with(Touchpoint.ACTIONS_CLOSED, AGREED);
        }
    }

    /** The last contact with one customer arranges the next review. */
    static void fillLast(Profile profile, EntryBuilder touchpoint) {
        if (profile.is(Plant.UNHAPPY_SPONSOR)) {
            touchpoint.with(Touchpoint.SCHEDULES, "review").with(Touchpoint.SCHEDULED_FOR, ARRANGED_FOR);
        }
    }

    /** The price of one customer rises soon. */
    static void fillLine(Profile profile, EntryBuilder line) {
        if (profile.is(Plant.HEALTHY_CHILD)) {
            line.with(ContractLine.UPLIFT_ON, PRICE_RISES).with(ContractLine.UPLIFT, PRICE_RISE);
        }
    }

    /** One customer bought a hundred credits for a year and uses four a week. */
    static void write(Profile profile, Pen pen) {
        if (!profile.is(Plant.BACK_DATED_RENEWAL)) {
            return;
        }
        Deal last = Deal.of(profile).get(Deal.of(profile).size() - 1);
        Money nothing = Money.zero(profile.country().currency());
        pen.write(
                ContractLine.SERIES,
                last.id() + "-" + CREDITS,
                last.signedOn(),
                last.recordedOn(),
                line -> line.with(ContractLine.CONTRACT, last.id())
                        .with(ContractLine.PRODUCT, CREDITS)
                        .with(ContractLine.QUANTITY, BOUGHT)
                        .with(ContractLine.UNIT_PRICE, nothing)
                        .with(ContractLine.ARR, nothing));
        for (LocalDate day = last.start(); !day.isAfter(SampleBook.UNTIL); day = day.plusDays(7)) {
            pen.write(
                    Usage.SERIES,
                    profile.id("usage-credits", day),
                    day,
                    usage -> usage.with(Usage.PRODUCT, CREDITS)
                            .with(Usage.FEATURE, "interface")
                            .with(Usage.QUANTITY, USED_A_WEEK));
        }
    }

    static List<PlantedTruth> of(long seed, int size) {
        List<PlantedTruth> truths = new ArrayList<>();
        add(
                truths,
                seed,
                size,
                "reviews-without-decision-maker",
                "In all reviews with one customer nobody was there who decides.",
                Plant.TWO_CSMS,
                0);
        add(
                truths,
                seed,
                size,
                "actions-left-open",
                "With one customer two actions are agreed in each review, and none was ever closed.",
                Plant.SEATS_USED,
                0);
        add(
                truths,
                seed,
                size,
                "review-arranged",
                "The next review with one customer is arranged for 4 August 2026.",
                Plant.UNHAPPY_SPONSOR,
                0);
        add(
                truths,
                seed,
                size,
                "price-rises-soon",
                "The price of one customer's products rises by 5 % on 30 July 2026.",
                Plant.HEALTHY_CHILD,
                0);
        add(
                truths,
                seed,
                size,
                "credits-run-out",
                "One customer bought 100 credits on 1 April 2026 for a year and uses 4 a week: they run out in September.",
                Plant.BACK_DATED_RENEWAL,
                0);
        add(
                truths,
                seed,
                size,
                "never-went-live",
                "One customer has not used anything since it began on 15 January 2026.",
                Plant.NO_DATA,
                0);
        add(
                truths,
                seed,
                size,
                "adoption-behind",
                "One customer uses less than half of its seats 180 days after it began.",
                Plant.STUCK_IN_ONBOARDING,
                0);
        add(
                truths,
                seed,
                size,
                "review-after-decision",
                "The review of one customer's year was held in September 2025, after the last day for notice, 29 August.",
                Plant.FALLING_USAGE,
                RANK_OF_LATE_REVIEW);
        return truths;
    }

    private static void add(
            List<PlantedTruth> truths, long seed, int size, String id, String sentence, Plant plant, int rank) {
        int place = plant.places().get(rank);
        if (place >= size) {
            return;
        }
        Profile profile = Profile.of(seed, place);
        truths.add(new PlantedTruth(
                id,
                sentence,
                List.of(profile.id()),
                List.of(PlantedTruths.contractOf(profile)),
                List.of(profile.tier().id()),
                List.of()));
    }
}
