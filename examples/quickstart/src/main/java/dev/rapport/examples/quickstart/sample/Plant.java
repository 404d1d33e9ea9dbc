package dev.rapport.examples.quickstart.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The stories that are planted in the sample book. */
enum Plant {
    /** Nothing is planted. */
    NONE(0),
    /** Usage falls over the last 90 days, and a decision comes. */
    FALLING_USAGE(0.72),
    /** Usage fell, then they left. */
    LOST_AFTER_FALL(0.7),
    /** The sponsor left lately. */
    SPONSOR_LEFT(0.85),
    /** Nobody owns the customer since spring. */
    OWNERLESS_NOW(0.8),
    /** Nobody owned the customer for six weeks in winter. */
    OWNERLESS_LAST_WINTER(0.82),
    /** Two CSMs own the customer at once. */
    TWO_CSMS(0.82),
    /** Unhappy, and the last day for notice has passed. */
    MISSED_DEADLINE(0.2),
    /** Notice was given. */
    NOTICE_GIVEN(0.3),
    /** The renewal was entered nine days after it was signed. */
    BACK_DATED_RENEWAL(0.85),
    /** An invoice is long overdue. */
    OVERDUE(0.75),
    /** The same defect again and again. */
    RECURRING_DEFECT(0.6),
    /** Sales promised what the product does not do. */
    SALES_EXPECTATION(0.6),
    /** The use case was not reached. */
    UNREACHED_USE_CASE(0.6),
    /** The healthy parent of a group. */
    HEALTHY_PARENT(0.9),
    /** The unhealthy child of that parent. */
    RED_CHILD(0.1),
    /** The healthy child of that parent. */
    HEALTHY_CHILD(0.85),
    /** Nothing is known beyond the contract. */
    NO_DATA(0.7),
    /** Nearly all seats are used. */
    SEATS_USED(0.9),
    /** In onboarding for 200 days. */
    STUCK_IN_ONBOARDING(0.45),
    /** Taken over by another customer. */
    MERGED_AWAY(0.75),
    /** Took over another customer. */
    TOOK_OVER(0.8),
    /** Lost a part that became a customer of its own. */
    SPLIT(0.75),
    /** That part. */
    SPLIT_OFF(0.8),
    /** Unhappy, and a save play runs. */
    SAVE_PLAY_RUNS(0.15),
    /** Large, to be decided on, and nobody has talked to them lately. */
    NOT_TALKED_TO(0.6),
    /** The sponsor is unhappy, the others are not. */
    UNHAPPY_SPONSOR(0.92),
    /** Did not pay, then left, and is said to have left for the price. */
    PAYMENT_FAILED(0.7),
    /** Said to be lost, and the contract runs on. */
    SAID_TO_BE_LOST(0.8),
    /** Came back after eight months. */
    RETURNED(0.8),
    /** The contract ran out, and nobody has said what becomes of it. */
    RENEWAL_OVERDUE(0.7);

    private static final int EVERY = 6;
    private static final int FIRST = 3;

    private final double mood;

    Plant(double mood) {
        this.mood = mood;
    }

    /** How content the customer is, 0 to 1. */
    double mood() {
        return mood;
    }

    /**
     * A place in the book that carries a story.
     *
     * @param plant  the story
     * @param tier  the tier of the customer
     * @param rank  its number among those of the same story, from 0
     */
    record Slot(Plant plant, Tier tier, int rank) {}

    private static final List<Slot> SLOTS = slots();

    /** The story of the customer of a number, if it carries one: every sixth does, until there are no more stories. */
    static Optional<Slot> at(int index) {
        int slot = Math.floorDiv(index - FIRST, EVERY);
        boolean isSlot = index % EVERY == FIRST && slot < SLOTS.size();
        return isSlot ? Optional.of(SLOTS.get(slot)) : Optional.empty();
    }

    /** The numbers of the customers that carry this story, whatever the size of the book. */
    List<Integer> places() {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < SLOTS.size(); i++) {
            if (SLOTS.get(i).plant() == this) {
                places.add(FIRST + EVERY * i);
            }
        }
        return places;
    }

    private static List<Slot> slots() {
        List<Slot> slots = new ArrayList<>();
        add(slots, FALLING_USAGE, Tier.ENTERPRISE, Tier.ENTERPRISE, Tier.ENTERPRISE);
        add(slots, LOST_AFTER_FALL, Tier.ENTERPRISE, Tier.ENTERPRISE, Tier.ENTERPRISE);
        add(slots, SPONSOR_LEFT, Tier.STRATEGIC, Tier.ENTERPRISE, Tier.MID_MARKET);
        add(slots, OWNERLESS_NOW, Tier.MID_MARKET);
        add(slots, OWNERLESS_LAST_WINTER, Tier.ENTERPRISE);
        add(slots, TWO_CSMS, Tier.MID_MARKET);
        add(slots, MISSED_DEADLINE, Tier.MID_MARKET);
        add(slots, NOTICE_GIVEN, Tier.STRATEGIC);
        add(slots, BACK_DATED_RENEWAL, Tier.ENTERPRISE);
        add(slots, FALLING_USAGE, Tier.ENTERPRISE, Tier.ENTERPRISE, Tier.ENTERPRISE);
        add(slots, LOST_AFTER_FALL, Tier.ENTERPRISE, Tier.ENTERPRISE, Tier.ENTERPRISE);
        add(slots, OVERDUE, Tier.MID_MARKET, Tier.SMALL);
        add(slots, RECURRING_DEFECT, Tier.MID_MARKET, Tier.SMALL, Tier.MID_MARKET, Tier.SMALL, Tier.MID_MARKET);
        add(slots, SALES_EXPECTATION, Tier.MID_MARKET, Tier.SMALL);
        add(slots, UNREACHED_USE_CASE, Tier.MID_MARKET, Tier.STRATEGIC, Tier.MID_MARKET);
        add(slots, HEALTHY_PARENT, Tier.STRATEGIC);
        add(slots, RED_CHILD, Tier.MID_MARKET);
        add(slots, HEALTHY_CHILD, Tier.MID_MARKET);
        add(slots, NO_DATA, Tier.SMALL);
        add(slots, SEATS_USED, Tier.MID_MARKET);
        add(slots, STUCK_IN_ONBOARDING, Tier.MID_MARKET);
        add(slots, TOOK_OVER, Tier.MID_MARKET);
        add(slots, MERGED_AWAY, Tier.SMALL);
        add(slots, SPLIT, Tier.MID_MARKET);
        add(slots, SPLIT_OFF, Tier.SMALL);
        add(slots, SAVE_PLAY_RUNS, Tier.ENTERPRISE);
        add(slots, NOT_TALKED_TO, Tier.STRATEGIC);
        add(slots, UNHAPPY_SPONSOR, Tier.ENTERPRISE);
        add(slots, PAYMENT_FAILED, Tier.SMALL);
        add(slots, SAID_TO_BE_LOST, Tier.SMALL);
        add(slots, RETURNED, Tier.SMALL);
        add(slots, RENEWAL_OVERDUE, Tier.SMALL);
        return List.copyOf(slots);
    }

    private static void add(List<Slot> slots, Plant plant, Tier... tiers) {
        for (Tier tier : tiers) {
            int rank =
                    (int) slots.stream().filter(slot -> slot.plant() == plant).count();
            slots.add(new Slot(plant, tier, rank));
        }
    }
}
