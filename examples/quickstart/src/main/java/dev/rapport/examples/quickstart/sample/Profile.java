package dev.rapport.examples.quickstart.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a customer is like, decided before any fact about it is stated. Follows from the seed and the number alone, so
 * that a book of any size has the same customers in its first places.
 */
final class Profile {

    private static final double LOG_MEAN = 9.38;
    private static final double LOG_DEVIATION = 1.37;
    private static final double[] YEARLY_CHURN = {0.05, 0.07, 0.1, 0.13};
    /** Large customers with a decision ahead are content unless a story says otherwise: those are to stand out. */
    private static final double[] LEAST_MOOD = {0.7, 0.55, 0.25, 0.25};

    private static final int FALL_DAYS = 90;
    private static final int SILENT_DAYS = 65;

    private final long seed;
    private final int index;
    private final Plant plant;
    private final int rank;
    private final Tier tier;
    private final double arrInEuro;
    private final Country country;
    private final String name;
    private final Terms terms;
    private final @Nullable LocalDate lostOn;
    private final double mood;
    private final double growth;
    private final double fallDepth;

    private Profile(long seed, int index) {
        Dice dice = Dice.of(seed, index, "profile");
        Optional<Plant.Slot> slot = Plant.at(index);
        this.seed = seed;
        this.index = index;
        this.plant = slot.map(Plant.Slot::plant).orElse(Plant.NONE);
        this.rank = slot.map(Plant.Slot::rank).orElse(0);
        double rolledArr = rollArr(dice);
        this.arrInEuro = slot.map(Profile::plantedArr).orElse(rolledArr);
        this.tier = slot.map(Plant.Slot::tier).orElseGet(() -> Tier.of(arrInEuro));
        this.country = Country.roll(dice);
        this.name = Names.company(seed, index);
        Terms rolledTerms = Terms.roll(dice, tier);
        this.terms = slot.isPresent() ? plantedTerms(plant, rank) : rolledTerms;
        double leastMood = LEAST_MOOD[tier.ordinal()];
        double rolledMood = leastMood + (0.97 - leastMood) * StrictMath.pow(dice.unit(), 0.75);
        this.mood = plant == Plant.NONE ? rolledMood : plant.mood();
        this.growth = dice.between(-0.04, 0.14);
        LocalDate rolledLoss = rollLoss(dice, terms, tier);
        this.lostOn = plant == Plant.NONE ? rolledLoss : plantedLoss(plant, terms);
        boolean falls = dice.chance(0.35);
        double depth = dice.between(0.5, 0.75);
        this.fallDepth = switch (plant) {
            case FALLING_USAGE, LOST_AFTER_FALL -> 0.6 + 0.02 * rank;
            default -> lostOn != null && (tier == Tier.ENTERPRISE || falls) ? depth : 0;
        };
    }

    static Profile of(long seed, int index) {
        return new Profile(seed, index);
    }

    /** Log-normal, with the middle tier drawn towards its lower bound, where much attention does not pay. */
    private static double rollArr(Dice dice) {
        double arr = StrictMath.exp(LOG_MEAN + LOG_DEVIATION * dice.normal());
        double bounded = Math.min(Math.max(arr, 600), 900_000);
        if (Tier.of(bounded) != Tier.MID_MARKET) {
            return bounded;
        }
        double share = StrictMath.log(bounded / 10_000) / StrictMath.log(4);
        return 10_150 * StrictMath.pow(4, StrictMath.pow(share, 1.8) * 0.98);
    }

    private static double plantedArr(Plant.Slot slot) {
        if (slot.plant() == Plant.TWO_CSMS) {
            return PlantedTruths.PAYS_LESS;
        }
        return switch (slot.tier()) {
            case STRATEGIC -> 150_000 + 20_000 * slot.rank();
            case ENTERPRISE -> (slot.plant() == Plant.FALLING_USAGE ? 80_000 : 52_000) + 3_000 * slot.rank();
            case MID_MARKET -> 12_500 + 1_300 * slot.rank();
            case SMALL -> 4_200 + 700 * slot.rank();
        };
    }

    private static Terms plantedTerms(Plant plant, int rank) {
        LocalDate until = SampleBook.UNTIL;
        return switch (plant) {
            case FALLING_USAGE ->
                rank % 2 == 0
                        ? Terms.renewed(until.plusDays(40 + 13L * rank).minusYears(3), 12)
                        : Terms.rollingOver(until.plusDays(60 + 10L * rank).minusYears(2), 12, Terms.Notice.days(30));
            case LOST_AFTER_FALL -> Terms.renewed(LocalDate.of(2022, 3, 1).plusDays(75L * rank), 12);
            case MISSED_DEADLINE -> Terms.rollingOver(until.plusDays(80).minusYears(2), 12, Terms.Notice.days(90));
            case OWNERLESS_LAST_WINTER -> Terms.renewed(PlantedTruths.HANDED_TO_NOBODY.minusYears(2), 12);
            case NOTICE_GIVEN -> Terms.rollingOver(LocalDate.of(2024, 10, 1), 24, Terms.Notice.days(90));
            case BACK_DATED_RENEWAL -> Terms.renewed(LocalDate.of(2024, 4, 1), 12);
            case NO_DATA -> Terms.renewed(LocalDate.of(2026, 1, 15), 12);
            case STUCK_IN_ONBOARDING -> Terms.renewed(until.minusDays(200), 12);
            case MERGED_AWAY -> Terms.renewed(LocalDate.of(2023, 2, 1), 36);
            case SPLIT_OFF -> Terms.renewed(PlantedTruths.SPLIT_ON, 24);
            case PAYMENT_FAILED -> Terms.renewed(PlantedTruths.UNPAID_LOST_ON.minusYears(3), 12);
            case RETURNED -> Terms.renewed(PlantedTruths.RETURNED_ON, 12);
            case RENEWAL_OVERDUE -> Terms.renewed(PlantedTruths.OVERDUE_SINCE.minusYears(3), 12);
            case SAVE_PLAY_RUNS, NOT_TALKED_TO ->
                Terms.renewed(until.plusDays(90).minusYears(3), 12);
            default ->
                Terms.renewed(
                        until.plusDays(150 + (plant.ordinal() * 37L + rank * 23L) % 190)
                                .minusYears(3),
                        12);
        };
    }

    private static @Nullable LocalDate plantedLoss(Plant plant, Terms terms) {
        return switch (plant) {
            case LOST_AFTER_FALL -> terms.startOf(3);
            case MERGED_AWAY -> PlantedTruths.MERGED_ON;
            case PAYMENT_FAILED -> PlantedTruths.UNPAID_LOST_ON;
            case RENEWAL_OVERDUE -> PlantedTruths.OVERDUE_SINCE;
            default -> null;
        };
    }

    private static @Nullable LocalDate rollLoss(Dice dice, Terms terms, Tier tier) {
        LocalDate loss = null;
        for (int year = 1; year >= 0; year--) {
            boolean leaves = dice.chance(YEARLY_CHURN[tier.ordinal()]);
            int days = dice.whole(1, 364);
            LocalDate day = SampleBook.UNTIL.minusYears(year + 1L).plusDays(days);
            if (leaves && loss == null && day.minusDays(200).isAfter(terms.start())) {
                LocalDate end = terms.isEvergreen() ? day : terms.endOf(day);
                loss = end.isAfter(SampleBook.UNTIL) ? null : end;
            }
        }
        return loss;
    }

    long seed() {
        return seed;
    }

    int index() {
        return index;
    }

    String id() {
        return idOf(index);
    }

    static String idOf(int index) {
        return "c-" + Integer.toString(1_000_000 + index).substring(1);
    }

    /** An id within this customer, such as that of its second contract: {@code c-000017-contract-2}. */
    String id(String what, Object which) {
        return id() + "-" + what + "-" + which;
    }

    Dice dice(String topic) {
        return Dice.of(seed, index, topic);
    }

    Plant plant() {
        return plant;
    }

    boolean is(Plant story) {
        return plant == story;
    }

    int rank() {
        return rank;
    }

    Tier tier() {
        return tier;
    }

    /** The yearly revenue when last under contract, in euro. */
    double arrInEuro() {
        return arrInEuro;
    }

    Country country() {
        return country;
    }

    String name() {
        return name;
    }

    Terms terms() {
        return terms;
    }

    /** The first day under contract. */
    LocalDate joined() {
        return terms.start();
    }

    /** The first day no longer under contract, if the customer was lost. */
    Optional<LocalDate> lostOn() {
        return Optional.ofNullable(lostOn);
    }

    boolean isLost() {
        return lostOn != null;
    }

    boolean isCustomerOn(LocalDate date) {
        return !date.isBefore(joined()) && (lostOn == null || date.isBefore(lostOn));
    }

    /** The first day of which events are told: that of the book, or that of the first contract. */
    LocalDate from() {
        return joined().isAfter(SampleBook.FROM) ? joined() : SampleBook.FROM;
    }

    /** The last day of which events are told. */
    LocalDate until() {
        return lostOn == null ? SampleBook.UNTIL : lostOn.minusDays(1);
    }

    /** How content the customer is on a day, 0 to 1. Falls before they leave, and two months before usage does. */
    double moodOn(LocalDate date) {
        boolean sours = plant == Plant.FALLING_USAGE || (isLost() && plant != Plant.MERGED_AWAY);
        double soured = sours ? shareOf(date, until().minusDays(FALL_DAYS + 90L), FALL_DAYS + 30) : 0;
        return mood - Math.max(0, mood - 0.1) * soured;
    }

    /** Whether nobody talks to the customer any more: those who are about to leave do not answer, another is forgotten. */
    boolean isSilentOn(LocalDate date) {
        boolean isSilent =
                plant == Plant.FALLING_USAGE || plant == Plant.LOST_AFTER_FALL || plant == Plant.NOT_TALKED_TO;
        return isSilent && date.isAfter(until().minusDays(SILENT_DAYS));
    }

    /** How much is used on a day, in relation to the usual, without season. */
    double usageLevelOn(LocalDate date) {
        double learnt = Math.min(1, 0.2 + 0.8 * ChronoUnit.DAYS.between(joined(), date) / 84.0);
        double ramp = plant == Plant.STUCK_IN_ONBOARDING ? Math.min(learnt, 0.25) : learnt;
        double drift = 1 + growth * ChronoUnit.DAYS.between(SampleBook.UNTIL, date) / 365.0;
        double fallen = shareOf(date, until().minusDays(FALL_DAYS), FALL_DAYS);
        return ramp * drift * (1 - fallDepth * StrictMath.pow(fallen, 1.3));
    }

    private static double shareOf(LocalDate date, LocalDate start, int days) {
        return Math.min(1, Math.max(0, ChronoUnit.DAYS.between(start, date) / (double) days));
    }

    /** The customer that this one belongs to. Groups of two to five stand at the beginning of every thirty places. */
    Optional<Integer> parent() {
        if (plant == Plant.RED_CHILD || plant == Plant.HEALTHY_CHILD) {
            return Optional.of(Plant.HEALTHY_PARENT.places().get(0));
        }
        int block = index / 30;
        int member = List.of(0, 1, 2, 4, 5).indexOf(index % 30);
        int members = groupSize(Dice.of(seed, block, "group"));
        return member > 0 && member < members ? Optional.of(block * 30) : Optional.empty();
    }

    private static int groupSize(Dice dice) {
        return dice.chance(0.7) ? dice.whole(2, 5) : 1;
    }
}
