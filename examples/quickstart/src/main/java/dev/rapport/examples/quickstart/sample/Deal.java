package dev.rapport.examples.quickstart.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A contract that was made: its term, and how seats and prices stood during it. */
final class Deal {

    /**
     * How seats and prices stand from a day on.
     *
     * @param from  the first day
     * @param seats  the seats of the core product
     * @param price  prices in relation to the last ones
     */
    record State(LocalDate from, int seats, double price) {}

    private final Profile profile;
    private final int number;
    private final LocalDate start;
    private final LocalDate signedOn;
    private final List<State> states;

    private Deal(Profile profile, int number, LocalDate start, LocalDate signedOn, List<State> states) {
        this.profile = profile;
        this.number = number;
        this.start = start;
        this.signedOn = signedOn;
        this.states = states;
    }

    /**
     * The contracts of a customer, by their start; what is known of the last one decides what the first ones were. A renewal
     * that lies ahead leaves seats and prices as they are, so that the tier stands.
     */
    static List<Deal> of(Profile profile) {
        Dice dice = profile.dice("deals");
        Terms terms = profile.terms();
        boolean isChain = !terms.isEvergreen() && !terms.autoRenews();
        int count = isChain ? chainLength(profile, dice) : 1;
        int seats = Basket.of(profile).get(0).quantity();
        double price = 1;
        List<Deal> deals = new ArrayList<>();
        for (int term = count - 1; term >= 0; term--) {
            LocalDate start = terms.startOf(term);
            LocalDate end = isChain ? terms.startOf(term + 1) : SampleBook.UNTIL;
            List<State> states = new ArrayList<>();
            Optional<LocalDate> amendedOn = amendedOn(profile, dice, start, end);
            if (amendedOn.isPresent()) {
                int before = Math.max(3, (int) Math.round(seats / (1 + growth(profile, dice))));
                if (before != seats) {
                    states.add(new State(amendedOn.get(), seats, price));
                    seats = before;
                }
            }
            states.add(new State(start, seats, price));
            Collections.reverse(states);
            deals.add(new Deal(profile, term + 1, start, signedOn(profile, dice, term, start), List.copyOf(states)));
            double uplift = dice.between(0.03, 0.07);
            boolean shrinks = dice.chance(0.08) && !plantsSeats(profile);
            double shrinkage = dice.between(1.1, 1.3);
            if (!start.isAfter(SampleBook.UNTIL)) {
                price /= 1 + uplift;
                seats = shrinks ? (int) Math.round(seats * shrinkage) : seats;
            }
        }
        Collections.reverse(deals);
        return deals;
    }

    private static int chainLength(Profile profile, Dice dice) {
        Terms terms = profile.terms();
        int count = terms.begunBy(profile.until());
        LocalDate end = terms.startOf(count);
        double early = end.isBefore(SampleBook.UNTIL.plusDays(21)) ? 0.85 : 0.4;
        boolean isSoon = end.isBefore(SampleBook.UNTIL.plusDays(45)) && !profile.isLost();
        return isSoon && profile.is(Plant.NONE) && dice.chance(early) ? count + 1 : count;
    }

    private static LocalDate signedOn(Profile profile, Dice dice, int term, LocalDate start) {
        int days = term == 0 ? dice.whole(5, 25) : dice.whole(3, 40);
        if (start.isAfter(SampleBook.UNTIL)) {
            return SampleBook.UNTIL.minusDays(days % 20 + 2L);
        }
        return profile.is(Plant.BACK_DATED_RENEWAL) && start.equals(PlantedTruths.BACK_DATED_START)
                ? PlantedTruths.BACK_DATED_SIGNED
                : start.minusDays(days);
    }

    private static boolean plantsSeats(Profile profile) {
        return profile.is(Plant.TOOK_OVER) || profile.is(Plant.SPLIT) || profile.is(Plant.TWO_CSMS);
    }

    private static Optional<LocalDate> amendedOn(Profile profile, Dice dice, LocalDate start, LocalDate end) {
        boolean rolled =
                dice.chance(0.3) && profile.is(Plant.NONE) && profile.terms().months() != 1;
        LocalDate earliest = start.isAfter(SampleBook.FROM) ? start : SampleBook.FROM;
        LocalDate day = earliest.plusDays(dice.whole(50, 300));
        LocalDate latest = profile.until().minusDays(170).isBefore(end) && profile.isLost()
                ? profile.until().minusDays(170)
                : end;
        Optional<LocalDate> planted = planted(profile);
        if (planted.isPresent()) {
            return planted.filter(on -> on.isAfter(start) && on.isBefore(end));
        }
        return rolled && day.isBefore(latest) && !day.isAfter(SampleBook.UNTIL) ? Optional.of(day) : Optional.empty();
    }

    private static Optional<LocalDate> planted(Profile profile) {
        return switch (profile.plant()) {
            case TOOK_OVER -> Optional.of(PlantedTruths.MERGED_ON);
            case SPLIT -> Optional.of(PlantedTruths.SPLIT_ON);
            case TWO_CSMS -> Optional.of(PlantedTruths.PAYS_LESS_SINCE);
            default -> Optional.empty();
        };
    }

    private static double growth(Profile profile, Dice dice) {
        double rolled = dice.between(0.08, 0.28);
        return switch (profile.plant()) {
            case TOOK_OVER -> 0.4;
            case SPLIT -> -0.3;
            case TWO_CSMS -> -0.15;
            default -> rolled;
        };
    }

    String id() {
        return profile.id("contract", number);
    }

    /** The contract that this one renews. */
    Optional<String> predecessor() {
        return number == 1 ? Optional.empty() : Optional.of(profile.id("contract", number - 1));
    }

    LocalDate start() {
        return start;
    }

    LocalDate signedOn() {
        return signedOn;
    }

    LocalDate recordedOn() {
        return signedOn.equals(PlantedTruths.BACK_DATED_SIGNED) && profile.is(Plant.BACK_DATED_RENEWAL)
                ? signedOn.plusDays(9)
                : signedOn;
    }

    /** The first day after the term that was agreed; absent if none was. */
    Optional<LocalDate> end() {
        Terms terms = profile.terms();
        return terms.isEvergreen() ? Optional.empty() : Optional.of(terms.startOf(number));
    }

    /** How seats and prices stood, the first from the start on. */
    List<State> states() {
        return states;
    }

    /** How many seats a state has more than the one before it, 0 for the first. */
    int seatChange(State state) {
        int place = states.indexOf(state);
        return place < 1 ? 0 : state.seats() - states.get(place - 1).seats();
    }
}
