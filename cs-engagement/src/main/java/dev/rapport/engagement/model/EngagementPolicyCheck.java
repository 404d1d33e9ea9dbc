package dev.rapport.engagement.model;

import dev.rapport.model.organisation.Member;
import dev.rapport.model.organisation.Organisation;
import dev.rapport.model.organisation.Pool;
import dev.rapport.model.organisation.Role;
import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.Nearest;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.problem.Problems;
import dev.rapport.model.problem.Quote;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds all that is wrong with an engagement policy, each at its place in the document. */
final class EngagementPolicyCheck {

    private static final int LOWEST_LEVEL = 1;
    private static final int HIGHEST_LEVEL = 5;

    private final ProblemCollector problems = new ProblemCollector();

    Problems ofWhole(
            List<EngagementModel> models, List<SegmentModel> segments, BigDecimal targetMargin, GrossMargin margin) {
        unique(models, "models", "id", EngagementModel::id);
        for (int i = 0; i < models.size(); i++) {
            checkModel(models.get(i), at("models", i));
        }
        unique(segments, "segments", "segment", SegmentModel::segment);
        Set<String> known = ids(models, EngagementModel::id);
        for (int i = 0; i < segments.size(); i++) {
            known("model", segments.get(i).model(), known, at("segments", i).child("model"));
        }
        share(targetMargin, Location.NONE.child("targetMargin"));
        share(margin.share(), Location.NONE.child("grossMargin").child("share"));
        if (margin.source().isBlank()) {
            problems.error(
                    "no-source",
                    Location.NONE.child("grossMargin").child("source"),
                    "must say where the number is from");
        }
        return problems.problems();
    }

    /** What segments are meant and expected to keep; the rest is checked by {@link #ofWhole}. */
    EngagementPolicyCheck retention(
            List<EngagementModel> models,
            List<SegmentModel> segments,
            Map<String, BigDecimal> targets,
            List<RetentionExpectation> expectations) {
        Set<String> known = ids(segments, SegmentModel::segment);
        for (int i = 0; i < segments.size(); i++) {
            BigDecimal target = targets.get(segments.get(i).segment());
            if (target != null) {
                share(target, at("segments", i).child("retentionTarget"));
            }
        }
        targets.keySet().forEach(segment -> known("segment", segment, known, Location.NONE.child("segments")));
        unique(
                expectations,
                "expectations",
                "model",
                expectation -> expectation.of().segment() + " under "
                        + expectation.of().model());
        for (int i = 0; i < expectations.size(); i++) {
            RetentionExpectation expectation = expectations.get(i);
            Location here = at("expectations", i);
            known("segment", expectation.of().segment(), known, here.child("segment"));
            known("model", expectation.of().model(), ids(models, EngagementModel::id), here.child("model"));
            if (segments.contains(expectation.of())) {
                problems.add(Problem.error(
                                "own-model",
                                here.child("model"),
                                "must not be the model that the segment has, was "
                                        + Quote.text(expectation.of().model()))
                        .withAdvice("Maybe leave it out: what the segment keeps now is counted"));
            }
            if (expectation.source().isBlank()) {
                problems.error("no-source", here.child("source"), "must say where the number is from");
            }
        }
        return this;
    }

    Problems against(Organisation organisation, List<EngagementModel> models) {
        Set<String> roles = ids(organisation.roles(), Role::id);
        Set<String> pools = ids(organisation.pools(), Pool::id);
        for (int i = 0; i < models.size(); i++) {
            EngagementModel model = models.get(i);
            Location here = at("models", i);
            for (int t = 0; t < model.touchpoints().size(); t++) {
                Location there = here.child("touchpoints").child(t).child("role");
                known("role", model.touchpoints().get(t).role(), roles, there);
            }
            for (int o = 0; o < model.onboarding().size(); o++) {
                Location there = here.child("onboarding").child(o).child("role");
                known("role", model.onboarding().get(o).role(), roles, there);
            }
            for (int f = 0; f < model.flex().size(); f++) {
                known(
                        "role",
                        model.flex().get(f).role(),
                        roles,
                        here.child("flex").child(f).child("role"));
            }
            for (int o = 0; o < model.owners().size(); o++) {
                OwnerRule rule = model.owners().get(o);
                Location there = here.child("owners").child(o);
                known("role", rule.role(), roles, there.child("role"));
                rule.pool().ifPresent(pool -> known("pool", pool, pools, there.child("pool")));
            }
        }
        return problems.problems();
    }

    private void checkModel(EngagementModel model, Location here) {
        unique(model.touchpoints(), here, "touchpoints", "kind", EngagementPolicyCheck::named);
        unique(model.owners(), here, "owners", "role", OwnerRule::role);
        for (int t = 0; t < model.touchpoints().size(); t++) {
            TouchpointPlan plan = model.touchpoints().get(t);
            Location there = here.child("touchpoints").child(t);
            notNegative(plan.timesPerYear(), there.child("timesPerYear"));
            notNegative(plan.hoursEach(), there.child("hoursEach"));
            new TimeCheck(problems).touchpoints(plan, there);
        }
        model.partner().ifPresent(terms -> checkPartner(terms, here.child("partner")));
        for (int o = 0; o < model.onboarding().size(); o++) {
            notNegative(
                    model.onboarding().get(o).hours(),
                    here.child("onboarding").child(o).child("hours"));
        }
        unique(model.flex(), here, "flex", "id", FlexRule::id);
        for (int f = 0; f < model.flex().size(); f++) {
            checkFlex(model.flex().get(f), here.child("flex").child(f));
        }
        notNegative(model.toolCostPerYear().getAmount(), here.child("toolCostPerYear"));
        if (model.capacityFactor().compareTo(BigDecimal.ONE) < 0) {
            problems.add(Problem.error(
                            "factor-below-one",
                            here.child("capacityFactor"),
                            "must be >= 1, was " + model.capacityFactor().toPlainString())
                    .withAdvice("Maybe it was meant as a share: 35 % on top is 1.35"));
        }
        for (int o = 0; o < model.owners().size(); o++) {
            checkOwnerRule(model.owners().get(o), here.child("owners").child(o));
        }
    }

    private static String named(TouchpointPlan plan) {
        String named = plan.kind() + " by " + plan.role();
        return plan.stages().isEmpty() ? named : named + " in " + String.join(", ", new TreeSet<>(plan.stages()));
    }

    private void checkPartner(PartnerTerms terms, Location here) {
        share(terms.shareOfArr(), here.child("shareOfArr"));
        terms.feePerYear().ifPresent(fee -> notNegative(fee.getAmount(), here.child("feePerYear")));
    }

    /** Segments that get sponsors must be given a model. */
    EngagementPolicyCheck sponsors(Optional<Sponsorship> sponsorship, List<SegmentModel> segments) {
        Set<String> known = ids(segments, SegmentModel::segment);
        Location here = Location.NONE.child("sponsors").child("segments");
        sponsorship.ifPresent(rule -> {
            for (int i = 0; i < rule.segments().size(); i++) {
                known("segment", rule.segments().get(i), known, here.child(i));
            }
        });
        return this;
    }

    EngagementPolicyCheck sponsors(Optional<Sponsorship> sponsorship, Organisation organisation) {
        Set<String> roles = ids(organisation.roles(), Role::id);
        Location here = Location.NONE.child("sponsors").child("roles");
        sponsorship.ifPresent(rule -> {
            for (int i = 0; i < rule.roles().size(); i++) {
                known("role", rule.roles().get(i), roles, here.child(i));
            }
        });
        return this;
    }

    EngagementPolicyCheck yearAhead(YearAhead outlook, List<SegmentModel> segments) {
        new TimeCheck(problems).yearAhead(outlook);
        Location here = Location.NONE.child("yearAhead").child("newCustomers");
        unique(
                outlook.newCustomers(),
                Location.NONE.child("yearAhead"),
                "newCustomers",
                "segment",
                NewCustomers::segment);
        for (int i = 0; i < outlook.newCustomers().size(); i++) {
            NewCustomers stated = outlook.newCustomers().get(i);
            known(
                    "segment",
                    stated.segment(),
                    ids(segments, SegmentModel::segment),
                    here.child(i).child("segment"));
            notNegative(stated.perYear(), here.child(i).child("perYear"));
        }
        return this;
    }

    /** Who is away must be one of us. */
    EngagementPolicyCheck absences(YearAhead outlook, Organisation organisation) {
        Set<String> members = ids(organisation.members(), Member::id);
        Location here = Location.NONE.child("yearAhead").child("absences");
        for (int i = 0; i < outlook.absences().size(); i++) {
            known(
                    "member",
                    outlook.absences().get(i).member(),
                    members,
                    here.child(i).child("member"));
        }
        return this;
    }

    private void checkFlex(FlexRule rule, Location here) {
        if (rule.hoursEach().signum() <= 0) {
            problems.error(
                    "not-positive",
                    here.child("hoursEach"),
                    "must be > 0, was " + rule.hoursEach().toPlainString());
        }
        notNegative(rule.atMostHoursPerYear(), here.child("atMostHoursPerYear"));
    }

    private void checkOwnerRule(OwnerRule rule, Location here) {
        if (rule.atLeast() < 0 || rule.atMost() < Math.max(1, rule.atLeast())) {
            problems.error(
                    "owner-numbers",
                    here.child("atMost"),
                    "must be >= 1 and >= atLeast, and that >= 0; was " + rule.atMost() + " with atLeast "
                            + rule.atLeast());
        }
        rule.skills().forEach((skill, level) -> {
            if (level < LOWEST_LEVEL || level > HIGHEST_LEVEL) {
                problems.error(
                        "skill-level",
                        here.child("skills").child(skill),
                        "level must be between " + LOWEST_LEVEL + " and " + HIGHEST_LEVEL + ", was " + level);
            }
        });
    }

    private void notNegative(BigDecimal number, Location here) {
        if (number.signum() < 0) {
            problems.error("negative", here, "must be >= 0, was " + number.toPlainString());
        }
    }

    private void share(BigDecimal number, Location here) {
        if (number.signum() < 0 || number.compareTo(BigDecimal.ONE) > 0) {
            problems.add(Problem.error("not-a-share", here, "must be between 0 and 1, was " + number.toPlainString())
                    .withAdvice(
                            number.compareTo(BigDecimal.ONE) > 0 ? "Maybe it was meant in per cent: 70 % is 0.7" : ""));
        }
    }

    private <T> void unique(List<T> parts, String list, String field, Function<T, String> id) {
        unique(parts, Location.NONE, list, field, id);
    }

    private <T> void unique(List<T> parts, Location here, String list, String field, Function<T, String> id) {
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            String found = id.apply(parts.get(i));
            Integer earlier = seen.putIfAbsent(found, i);
            if (earlier != null) {
                Location first = here.child(list).child(earlier);
                problems.error(
                        "repeated",
                        here.child(list).child(i).child(field),
                        Quote.text(found) + " is already in " + first.pointer() + "; each may occur once");
            }
        }
    }

    private void known(String what, String id, Set<String> known, Location here) {
        if (!known.contains(id)) {
            problems.add(Problem.error(
                            "unknown-" + what, here, "unknown " + what + " " + Quote.text(id) + "; known: " + known)
                    .withAdvice(Nearest.advice(id, known)));
        }
    }

    private static <T> Set<String> ids(List<T> parts, Function<T, String> id) {
        return parts.stream().map(id).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Location at(String list, int index) {
        return Location.NONE.child(list).child(index);
    }
}
