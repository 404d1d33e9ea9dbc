package dev.rapport.examples.quickstart.sample;

import java.util.ArrayList;
import java.util.List;

/** What was planted about who fits which role, who could lead, and what the time of one person goes into. */
final class TeamTruths {

    private static final int SHARES_SHOW_FROM = 100;

    private final List<PlantedTruth> truths = new ArrayList<>();

    private TeamTruths() {}

    static List<PlantedTruth> of(int size) {
        if (size < SHARES_SHOW_FROM) {
            return List.of();
        }
        TeamTruths team = new TeamTruths();
        team.add(
                "nobody-leads-onboarding",
                "Nobody fits to lead onboarding: the nearest, who is named, lacks one level of integration.",
                OwnerWriter.QUICK_ONBOARDING);
        team.add(
                "fits-to-lead",
                "The first CSM named fits best to lead customer success, the second could follow; nobody else fits.",
                "csm-grace",
                "csm-anna");
        team.add(
                "two-lead-two",
                "The only two who fit to lead renewals and expansion are named: each leads one, the first renewals, and"
                        + " each is the only one who could follow the other.",
                "ae-ines",
                "sales-hugo");
        team.add(
                "csm-of-the-pool-does-not-fit",
                "One CSM, of the pool, has neither executive reviews nor analytics, of which the role asks for two levels"
                        + " each.",
                "csm-nils");
        team.add(
                "csm-drifts",
                "One CSM helps with tickets in the hours that are planned for success plans and renewals; the others work as"
                        + " planned.",
                TimeWriter.HELPS_WITH_TICKETS);
        return List.copyOf(team.truths);
    }

    private void add(String id, String sentence, String... members) {
        truths.add(new PlantedTruth(id, sentence, List.of(), List.of(), List.of(), List.of(members)));
    }
}
