package dev.rapport.examples.quickstart.sample;

import java.util.ArrayList;
import java.util.List;

/** What was planted about customers' ways through their life cycle, and about what they say on it. */
final class JourneyTruths {

    private static final int SHARES_SHOW_FROM = 100;
    private static final int LAST_TO_REPORT = 4;

    private final long seed;
    private final int size;
    private final List<PlantedTruth> truths = new ArrayList<>();

    private JourneyTruths(long seed, int size) {
        this.seed = seed;
        this.size = size;
    }

    static List<PlantedTruth> of(long seed, int size) {
        JourneyTruths journeys = new JourneyTruths(seed, size);
        journeys.addAboutHandOffs();
        journeys.addAboutVoice();
        journeys.addAboutValue();
        journeys.addAboutEscalations();
        return List.copyOf(journeys.truths);
    }

    private void addAboutHandOffs() {
        add(
                "handed-to-nobody",
                "One customer came back from its renewal on 5 January 2026, when it had no CSM: nobody was accountable.",
                Plant.OWNERLESS_LAST_WINTER);
        add(
                "handed-on-unready",
                "One customer, of whom nothing is known, was moved on to adoption on 7 March 2026 and to value on 24 June,"
                        + " though nobody had used anything and neither an administrator nor a sponsor was known.",
                Plant.NO_DATA);
        add(
                "two-products-two-stages",
                "One strategic customer is where it was with all else, and has been in adoption with consulting since 4 May"
                        + " 2026.",
                Plant.HEALTHY_PARENT);
        if (size >= SHARES_SHOW_FROM) {
            truths.add(new PlantedTruth(
                    "onboarding-not-repeatable",
                    "Under the second onboarding manager named it takes 25 days longer than under the first, and two"
                            + " trainings are given where three are promised.",
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(OwnerWriter.QUICK_ONBOARDING, OwnerWriter.SLOW_ONBOARDING)));
            truths.add(new PlantedTruth(
                    "later-under-high-touch",
                    "Only customers under high touch are onboarded by people, one of whom takes longer: they come to"
                            + " value later than small customers.",
                    List.of(),
                    List.of(),
                    List.of(Tier.SMALL.id()),
                    List.of()));
            truths.add(new PlantedTruth(
                    "second-version-is-faster",
                    "Customers who began since the life cycle's version of January 2025 come to value 40 days sooner.",
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of()));
        }
    }

    private void addAboutVoice() {
        add(
                "export-said-in-own-words",
                "Five customers said on 4 June 2026 that rows are missing in the export, and nobody filed it: to"
                        + " engineering, which has acted for the first named alone.",
                Plant.RECURRING_DEFECT);
    }

    private void addAboutValue() {
        add(
                "value-over-price",
                "One strategic customer has confirmed that it closes its books 24 days sooner: 360,000 euro a year, more"
                        + " than it pays.",
                Plant.HEALTHY_PARENT);
        add(
                "roadmap-behind",
                "Three customers should close their books sooner by now, as the roadmap has it, and do not.",
                Plant.UNREACHED_USE_CASE);
    }

    private void addAboutEscalations() {
        addOne(
                "defect-on-a-sunday",
                "One customer reported its urgent defect on Sunday 21 June 2026: engineering has eight working hours, until"
                        + " Monday 17:00.",
                Plant.RECURRING_DEFECT,
                LAST_TO_REPORT);
        addOne(
                "executive-has-left",
                "The account executive of one customer who misses what sales promised left on 1 April 2026: the head of"
                        + " sales stands in.",
                Plant.SALES_EXPECTATION,
                0,
                OwnerWriter.FORMER_EXECUTIVE,
                "sales-hugo");
    }

    private void addOne(String id, String sentence, Plant plant, int rank, String... members) {
        int place = plant.places().get(rank);
        if (place < size) {
            Profile profile = Profile.of(seed, place);
            truths.add(new PlantedTruth(
                    id,
                    sentence,
                    List.of(profile.id()),
                    List.of(PlantedTruths.contractOf(profile)),
                    List.of(profile.tier().id()),
                    List.of(members)));
        }
    }

    private void add(String id, String sentence, Plant plant) {
        if (plant.places().stream().anyMatch(place -> place >= size)) {
            return;
        }
        List<Profile> profiles =
                plant.places().stream().map(place -> Profile.of(seed, place)).toList();
        truths.add(new PlantedTruth(
                id,
                sentence,
                profiles.stream().map(Profile::id).toList(),
                profiles.stream().map(PlantedTruths::contractOf).toList(),
                profiles.stream().map(profile -> profile.tier().id()).distinct().toList(),
                List.of()));
    }
}
