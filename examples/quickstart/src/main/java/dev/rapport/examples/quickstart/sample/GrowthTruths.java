package dev.rapport.examples.quickstart.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/** What was planted about renewals that people commit to, and about what customers could buy. */
final class GrowthTruths {

    static final int RANK_OF_HOPE = 2;
    static final int RANK_OF_FALSE_COMMITMENT = 4;
    static final LocalDate REFUSED_LATELY = LocalDate.of(2026, 5, 12);
    static final LocalDate REFUSED_LONG_AGO = LocalDate.of(2025, 11, 3);
    static final Money COMMITTED_EXPANSION = Money.of(SampleBook.CURRENCY, 6_000);

    private static final int SHARES_SHOW_FROM = 100;

    private final long seed;
    private final int size;
    private final List<PlantedTruth> truths = new ArrayList<>();

    private GrowthTruths(long seed, int size) {
        this.seed = seed;
        this.size = size;
    }

    static List<PlantedTruth> of(long seed, int size) {
        GrowthTruths growth = new GrowthTruths(seed, size);
        growth.addAboutCommitments();
        growth.addAboutExpansion();
        return List.copyOf(growth.truths);
    }

    private void addAboutCommitments() {
        add(
                Plant.FALLING_USAGE,
                RANK_OF_HOPE,
                "committed-to-more",
                "The CSM of one enterprise customer commits to its renewal, and to 6,000 on top, though its usage falls.");
        add(
                Plant.FALLING_USAGE,
                0,
                "called-unlikely-against-the-rules",
                "The CSM of another, whose usage falls, calls its renewal unlikely; the rules give it three chances of four.");
        add(
                Plant.LOST_AFTER_FALL,
                RANK_OF_FALSE_COMMITMENT,
                "commitment-was-wrong",
                "The CSM of one enterprise customer committed to its renewal in October 2025; it left on 26 December.");
        add(
                Plant.BACK_DATED_RENEWAL,
                0,
                "called-unlikely-and-renewed",
                "The CSM of one enterprise customer called its renewal unlikely in January 2026; it renewed in March.");
        if (size >= SHARES_SHOW_FROM) {
            truths.add(new PlantedTruth(
                    "calls-are-scored",
                    "CSMs have made a call on most renewals of named customers for a year: enough to score them.",
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of()));
        }
    }

    private void addAboutExpansion() {
        add(
                Plant.HEALTHY_PARENT,
                0,
                "goals-reached",
                "One strategic customer has reached its goals and is healthy: it can be offered the next one.");
        add(
                Plant.TOOK_OVER,
                0,
                "refused-lately",
                "One customer has reached its goals, and on 12 May 2026 did not want the next one: nothing until November.");
        add(
                Plant.SPLIT,
                0,
                "refused-long-ago",
                "One customer had no budget on 3 November 2025: half a year later it can be asked again.");
        add(
                Plant.SAVE_PLAY_RUNS,
                0,
                "unhealthy-is-not-asked",
                "The customer with whom a save play runs lacks what comparable ones have: it is left alone.");
    }

    private void add(Plant plant, int rank, String id, String sentence) {
        int place = plant.places().get(rank);
        if (place < size) {
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
}
