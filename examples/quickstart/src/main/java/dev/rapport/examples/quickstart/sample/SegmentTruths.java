package dev.rapport.examples.quickstart.sample;

import java.util.ArrayList;
import java.util.List;

/** What was planted about segments, and about consumers, who are told by little else. */
final class SegmentTruths {

    private final long seed;
    private final int size;
    private final List<PlantedTruth> truths = new ArrayList<>();

    private SegmentTruths(long seed, int size) {
        this.seed = seed;
        this.size = size;
    }

    static List<PlantedTruth> of(long seed, int size) {
        SegmentTruths planted = new SegmentTruths(seed, size);
        planted.add(
                "held-in-its-tier",
                "One customer has paid some 9,500 euro a year since 16 March 2026, more than 10,000 before: it stays"
                        + " mid-market until it pays less than 9,000.",
                Plant.TWO_CSMS);
        planted.add(
                "reference-by-list",
                "One customer whose sponsor would not recommend is a reference all the same: marketing's list says so until"
                        + " 1 October 2026.",
                Plant.UNHAPPY_SPONSOR);
        planted.add(
                "reference-expired",
                "Marketing's list named one customer a reference until 1 May 2026, and nobody has renewed that.",
                Plant.SPLIT);
        planted.add(
                "use-is-little",
                "Few work with what these customers pay for: one is unhappy and must be decided on, one is the red child of a"
                        + " group, one has been in onboarding for half a year.",
                Plant.MISSED_DEADLINE,
                Plant.RED_CHILD,
                Plant.STUCK_IN_ONBOARDING);
        return List.copyOf(planted.truths);
    }

    static List<PlantedTruth> ofConsumers(int size) {
        List<PlantedTruth> truths = new ArrayList<>();
        if (size > PlantedTruths.GONE_CONSUMER) {
            truths.add(about(
                    "consumer-goes-quiet",
                    "One consumer bought for 1,500 euro every eight weeks and has not for 95 days: nobody has more to lose.",
                    PlantedTruths.QUIET_CONSUMER));
            truths.add(about(
                    "consumer-is-gone",
                    "One consumer bought every week and has not for 200 days: whom we have lost already is not at risk any"
                            + " more.",
                    PlantedTruths.GONE_CONSUMER));
        }
        if (size > PlantedTruths.SAVING_CONSUMER) {
            truths.add(about(
                    "consumer-is-a-champion",
                    "One consumer of 24, loyal and a cyclist, has bought for 160 euro every fortnight, lately too, and rates"
                            + " everything with 5.",
                    PlantedTruths.FAN_CONSUMER));
            truths.add(about(
                    "consumer-wants-it-cheap",
                    "One consumer of 71, price-minded, bought three times for 25 euro and has not for 420 days.",
                    PlantedTruths.SAVING_CONSUMER));
        }
        return List.copyOf(truths);
    }

    private static PlantedTruth about(String id, String sentence, int consumer) {
        return new PlantedTruth(id, sentence, List.of(ConsumerWriter.idOf(consumer)), List.of(), List.of(), List.of());
    }

    private void add(String id, String sentence, Plant... plants) {
        List<Profile> profiles = new ArrayList<>();
        for (Plant plant : plants) {
            plant.places().stream()
                    .filter(place -> place < size)
                    .map(place -> Profile.of(seed, place))
                    .forEach(profiles::add);
        }
        if (profiles.size() < plants.length) {
            return;
        }
        truths.add(new PlantedTruth(
                id,
                sentence,
                profiles.stream().map(Profile::id).toList(),
                profiles.stream().map(PlantedTruths::contractOf).toList(),
                profiles.stream().map(profile -> profile.tier().id()).distinct().toList(),
                List.of()));
    }
}
