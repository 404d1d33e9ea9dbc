package dev.rapport.examples.quickstart.sample;

import dev.rapport.model.customer.Ownership;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was planted about executive sponsors of ours: one who is kept, and one who is none any more. */
final class SponsorTruths {

    private static final int KEPT = 39;
    private static final int NOT_KEPT = 81;

    private SponsorTruths() {}

    static List<PlantedTruth> of(long seed, int size) {
        List<PlantedTruth> truths = new ArrayList<>();
        add(
                truths,
                Profile.of(seed, KEPT),
                size,
                "sponsor-is-kept",
                "The CRO has long been the sponsor of one strategic customer, though others speak its language: it stays so.");
        add(
                truths,
                Profile.of(seed, NOT_KEPT),
                size,
                "sponsor-is-none-any-more",
                "The sponsor of another is the head of sales, who is no sponsor by the rules any more: it gets another.");
        return List.copyOf(truths);
    }

    private static void add(List<PlantedTruth> truths, Profile profile, int size, String id, String sentence) {
        if (profile.index() < size && sponsor(profile).isPresent()) {
            truths.add(new PlantedTruth(
                    id,
                    sentence,
                    List.of(profile.id()),
                    List.of(PlantedTruths.contractOf(profile)),
                    List.of(profile.tier().id()),
                    List.of()));
        }
    }

    static void write(Profile profile, Pen pen) {
        sponsor(profile)
                .ifPresent(sponsor -> pen.write(
                        Ownership.SERIES,
                        profile.id("owner", "sponsor"),
                        profile.joined(),
                        owner -> owner.with(Ownership.ROLE, "executive-sponsor")
                                .with(Ownership.OWNER, sponsor)
                                .with(Ownership.FROM, profile.joined())));
    }

    private static Optional<String> sponsor(Profile profile) {
        if (profile.tier() != Tier.STRATEGIC || profile.isLost()) {
            return Optional.empty();
        }
        return switch (profile.index()) {
            case KEPT -> Optional.of("cro-robert");
            case NOT_KEPT -> Optional.of("sales-hugo");
            default -> Optional.empty();
        };
    }
}
