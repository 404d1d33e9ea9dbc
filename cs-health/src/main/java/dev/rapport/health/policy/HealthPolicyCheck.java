package dev.rapport.health.policy;

import dev.rapport.health.HealthStrategy;
import dev.rapport.health.band.Band;
import dev.rapport.health.measure.Reference;
import dev.rapport.health.scorecard.Scorecard;
import dev.rapport.health.scorecard.ScorecardStrategy;
import dev.rapport.health.version.HealthVersion;
import dev.rapport.health.version.VersionedHealth;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.problem.Problems;
import dev.rapport.model.problem.Quote;
import dev.rapport.model.shape.DocumentHeader;
import dev.rapport.model.time.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks for what does not fit between the documents that decide about health. */
final class HealthPolicyCheck {

    private static final String SCORECARDS = "scorecards";
    private static final Comparator<Scorecard> TAKES_EFFECT =
            Comparator.comparing(scorecard -> scorecard.header().effectiveFrom().orElse(LocalDate.MIN));

    private final HealthPolicy policy;
    private final Collection<? extends AttributeKey<?>> attributes;
    private final ProblemCollector problems = new ProblemCollector();

    HealthPolicyCheck(HealthPolicy policy, Collection<? extends AttributeKey<?>> attributes) {
        this.policy = policy;
        this.attributes = attributes;
    }

    Problems problems() {
        boolean fitAlone = policy.scorecards().stream()
                .noneMatch(scorecard -> scorecard.check(attributes).hasErrors());
        if (fitAlone) {
            choice(strategies());
            bands();
        }
        return problems.problems();
    }

    /** Each scorecard as one strategy, where its revisions fit together. */
    private List<HealthStrategy> strategies() {
        List<HealthStrategy> strategies = new ArrayList<>();
        for (Map.Entry<String, List<Scorecard>> entry : policy.revisions().entrySet()) {
            List<Scorecard> revisions = entry.getValue();
            if (revisions.size() == 1) {
                strategies.add(resolve(revisions.get(0)));
                continue;
            }
            List<HealthVersion> versions = new ArrayList<>();
            for (Scorecard revision : revisions) {
                if (revision.header().approvedBy().isPresent()) {
                    versions.add(HealthVersion.of(resolve(revision)));
                } else {
                    problems.add(Problem.error(
                                    "revision-not-approved",
                                    at(revision).child("approvedBy"),
                                    "revision " + Quote.text(revision.header().revision()) + " of scorecard "
                                            + Quote.text(entry.getKey())
                                            + " must be approved by somebody to stand beside another")
                            .withAdvice("Maybe it is a proposal: simulate it first"));
                }
            }
            if (versions.size() == revisions.size()) {
                try {
                    strategies.add(VersionedHealth.of(versions));
                } catch (IllegalArgumentException e) {
                    List<String> message =
                            String.valueOf(e.getMessage()).lines().toList();
                    Problem problem =
                            Problem.error("revisions-clash", at(revisions.get(revisions.size() - 1)), message.get(0));
                    problems.add(message.size() > 1 ? problem.withAdvice(message.get(1)) : problem);
                }
            }
        }
        return strategies;
    }

    private Location at(Scorecard scorecard) {
        return Location.NONE.child(SCORECARDS).child(policy.scorecards().lastIndexOf(scorecard));
    }

    private ScorecardStrategy resolve(Scorecard scorecard) {
        DocumentHeader header = scorecard.header();
        Reference nobody = Reference.of(header, AsOf.of(Instant.EPOCH), List.of());
        return scorecard.resolve(attributes, nobody).orThrow();
    }

    private void choice(List<HealthStrategy> strategies) {
        Set<String> ids = policy.revisions().keySet();
        if (policy.choice().isEmpty() && ids.size() > 1) {
            problems.add(Problem.error(
                            "no-choice",
                            at(policy.scorecards().get(policy.scorecards().size() - 1)),
                            "scorecards " + String.join(", ", ids) + " must come with a choice between them")
                    .withAdvice("Maybe the id of a revision was changed"));
        }
        if (policy.choice().isPresent() && strategies.size() == ids.size()) {
            for (Problem problem :
                    policy.choice().get().resolve(attributes, strategies).problems()) {
                problems.add(below("choice", problem));
            }
        }
    }

    private static Problem below(String field, Problem problem) {
        Location place = Location.NONE.child(field);
        for (String token : problem.location().pointer().toString().split("/", -1)) {
            if (!token.isEmpty()) {
                place = place.child(token);
            }
        }
        Problem moved = Problem.of(problem.severity(), problem.code(), place, problem.message());
        return problem.advice().map(moved::withAdvice).orElse(moved);
    }

    /** Customers of one book are counted by band: those of different scorecards must be called alike. */
    private void bands() {
        List<Scorecard> last = policy.revisions().values().stream()
                .map(revisions -> Collections.max(revisions, TAKES_EFFECT))
                .toList();
        List<String> first = codes(last.get(0));
        for (Scorecard other : last) {
            if (!codes(other).equals(first)) {
                problems.error(
                        "bands-differ",
                        at(other).child("bands"),
                        "bands of scorecard " + Quote.text(other.header().id()) + " must be called as those of "
                                + Quote.text(last.get(0).header().id()) + ", " + String.join(", ", first) + ", were "
                                + String.join(", ", codes(other)));
            }
        }
    }

    private static List<String> codes(Scorecard scorecard) {
        return scorecard.bands().list().stream().map(Band::code).toList();
    }
}
