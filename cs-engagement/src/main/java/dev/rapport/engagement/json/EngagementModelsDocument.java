package dev.rapport.engagement.json;

import dev.rapport.engagement.model.EngagementModel;
import dev.rapport.engagement.model.EngagementPolicy;
import dev.rapport.engagement.model.FlexRule;
import dev.rapport.engagement.model.GrossMargin;
import dev.rapport.engagement.model.LifetimeOutlook;
import dev.rapport.engagement.model.MarginSpread;
import dev.rapport.engagement.model.OnboardingWork;
import dev.rapport.engagement.model.OwnerRule;
import dev.rapport.engagement.model.PartnerTerms;
import dev.rapport.engagement.model.RetentionExpectation;
import dev.rapport.engagement.model.SegmentModel;
import dev.rapport.engagement.model.Sponsorship;
import dev.rapport.engagement.model.TouchpointPlan;
import dev.rapport.engagement.model.Triangle;
import dev.rapport.engagement.model.YearAhead;
import dev.rapport.engagement.plan.Planner;
import dev.rapport.health.HealthAttributes;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.shape.DocumentKind;
import dev.rapport.model.shape.Shape;
import dev.rapport.segmentation.condition.Condition;
import dev.rapport.segmentation.json.AttributeShapes;
import dev.rapport.segmentation.json.ConditionShapes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/**
 * The document {@code rapport/engagement-models}, version 1.
 *
 * <pre>{@code
 * EngagementPolicy policy = EngagementModelsDocument.KIND.read(JsonInput.read("engagement-models.json", in)).orThrow();
 * }</pre>
 */
public final class EngagementModelsDocument {

    private static final Shape<TouchpointPlan> TOUCHPOINTS = Shape.object("touchpoint-plan", fields -> {
        var kind = fields.required("kind", Shape.code(), TouchpointPlan::kind);
        var timesPerYear = fields.required("timesPerYear", Shape.decimal(), TouchpointPlan::timesPerYear);
        var hoursEach = fields.required("hoursEach", Shape.decimal(), TouchpointPlan::hoursEach);
        var role = fields.required("role", Shape.code(), TouchpointPlan::role);
        var stages = fields.defaulted("stages", Shape.listOf(Shape.code()).unique(), List.of(), TouchpointPlan::stages);
        var before = fields.optional(
                "daysBeforeDecision",
                Shape.integer(),
                plan -> plan.daysBeforeDecision().isPresent()
                        ? Optional.of(plan.daysBeforeDecision().getAsInt())
                        : Optional.empty());
        var months = fields.defaulted("months", Shape.listOf(Shape.integer()), List.of(), TouchpointPlan::months);
        return in -> {
            TouchpointPlan.Builder plan = TouchpointPlan.builder()
                    .kind(in.get(kind))
                    .timesPerYear(in.get(timesPerYear))
                    .hoursEach(in.get(hoursEach))
                    .role(in.get(role))
                    .stages(in.get(stages))
                    .months(in.get(months));
            in.get(before).ifPresent(plan::daysBeforeDecision);
            return plan.build();
        };
    });

    private static final Shape<PartnerTerms> PARTNER = Shape.object("partner-terms", fields -> {
        var share = fields.defaulted("shareOfArr", Shape.decimal(), BigDecimal.ZERO, PartnerTerms::shareOfArr);
        var fee = fields.optional("feePerYear", Shape.money(), PartnerTerms::feePerYear);
        var does = fields.defaulted(
                "touchpoints", Shape.listOf(Shape.code()).unique(), List.of(), PartnerTerms::touchpoints);
        return in -> new PartnerTerms(in.get(share), in.get(fee), in.get(does));
    });

    private static final Shape<OnboardingWork> ONBOARDING = Shape.object("onboarding-work", fields -> {
        var role = fields.required("role", Shape.code(), OnboardingWork::role);
        var hours = fields.required("hours", Shape.decimal(), OnboardingWork::hours);
        return in -> new OnboardingWork(in.get(role), in.get(hours));
    });

    private static final Shape<OwnerRule> OWNER = Shape.object("owner-rule", fields -> {
        var role = fields.required("role", Shape.code(), OwnerRule::role);
        var pool = fields.optional("pool", Shape.code(), OwnerRule::pool);
        var atLeast = fields.defaulted("atLeast", Shape.integer(), 1, OwnerRule::atLeast);
        var atMost = fields.optional("atMost", Shape.integer(), rule -> Optional.of(rule.atMost()));
        var stages = fields.defaulted("stages", Shape.listOf(Shape.code()).unique(), List.of(), OwnerRule::stages);
        var skills = fields.defaulted("skills", Shape.mapOf(Shape.integer()), Map.of(), OwnerRule::skills);
        return in -> {
            OwnerRule.Builder rule = OwnerRule.builder()
                    .role(in.get(role))
                    .pool(in.get(pool))
                    .atLeast(in.get(atLeast))
                    .stages(in.get(stages))
                    .skills(in.get(skills));
            in.get(atMost).ifPresent(rule::atMost);
            return rule.build();
        };
    });

    private static Shape<EngagementModel> model(Shape<FlexRule> flexRule) {
        return Shape.object("engagement-model", fields -> {
            var id = fields.required("id", Shape.code(), EngagementModel::id);
            var name = fields.required("name", Shape.text().notBlank(), EngagementModel::name);
            var touchpoints = fields.required("touchpoints", Shape.listOf(TOUCHPOINTS), EngagementModel::touchpoints);
            var onboarding =
                    fields.defaulted("onboarding", Shape.listOf(ONBOARDING), List.of(), EngagementModel::onboarding);
            var tools = fields.required("toolCostPerYear", Shape.money(), EngagementModel::toolCostPerYear);
            var factor = fields.defaulted(
                    "capacityFactor", Shape.decimal(), BigDecimal.ONE, EngagementModel::capacityFactor);
            var owners = fields.required("owners", Shape.listOf(OWNER), EngagementModel::owners);
            var partner = fields.optional("partner", PARTNER, EngagementModel::partner);
            var flex = fields.defaulted("flex", Shape.listOf(flexRule), List.of(), EngagementModel::flex);
            return in -> EngagementModel.builder()
                    .id(in.get(id))
                    .name(in.get(name))
                    .touchpoints(in.get(touchpoints))
                    .onboarding(in.get(onboarding))
                    .toolCostPerYear(in.get(tools))
                    .capacityFactor(in.get(factor))
                    .owners(in.get(owners))
                    .partner(in.get(partner))
                    .flex(in.get(flex))
                    .build();
        });
    }

    private static Shape<FlexRule> flexRule(Collection<? extends AttributeKey<?>> attributes) {
        Shape<Condition> condition = ConditionShapes.standard(AttributeShapes.of(attributes));
        return Shape.object("flex-rule", fields -> {
            var id = fields.required("id", Shape.code(), FlexRule::id);
            var when = fields.required("when", condition, FlexRule::when);
            var role = fields.required("role", Shape.code(), FlexRule::role);
            var hours = fields.required("hoursEach", Shape.decimal(), FlexRule::hoursEach);
            var most = fields.required("atMostHoursPerYear", Shape.decimal(), FlexRule::atMostHoursPerYear);
            return in -> FlexRule.builder()
                    .id(in.get(id))
                    .when(in.get(when))
                    .role(in.get(role))
                    .hoursEach(in.get(hours))
                    .atMostHoursPerYear(in.get(most))
                    .build();
        });
    }

    private static final Shape<Sponsorship> SPONSORS = Shape.object("sponsorship", fields -> {
        var segments = fields.required(
                "segments", Shape.listOf(Shape.code()).notEmpty().unique(), Sponsorship::segments);
        var roles =
                fields.required("roles", Shape.listOf(Shape.code()).notEmpty().unique(), Sponsorship::roles);
        var most = fields.required("atMostEach", Shape.integer().atLeast(1), Sponsorship::atMostEach);
        var hours = fields.defaulted("hoursPerYear", Shape.decimal(), BigDecimal.ZERO, Sponsorship::hoursPerYear);
        var heldAs = fields.optional("heldAs", Shape.code(), Sponsorship::heldAs);
        return in -> Sponsorship.builder()
                .segments(in.get(segments))
                .roles(in.get(roles))
                .atMostEach(in.get(most))
                .hoursPerYear(in.get(hours))
                .heldAs(in.get(heldAs))
                .build();
    });

    private static final Shape<Triangle> FACTOR = Shape.object("factor-range", fields -> {
        var low = fields.required("low", Shape.number(), Triangle::low);
        var likely = fields.required("likely", Shape.number(), Triangle::likely);
        var high = fields.required("high", Shape.number(), Triangle::high);
        return in -> new Triangle(in.get(low), in.get(likely), in.get(high));
    });

    private static final Shape<MarginSpread> SPREAD = Shape.object("margin-spread", fields -> {
        var profit = fields.required(
                "grossProfit",
                FACTOR.described("What the planned gross profit is multiplied with"),
                MarginSpread::grossProfit);
        var cost = fields.required(
                "costToServe",
                FACTOR.described("What the planned cost to serve is multiplied with"),
                MarginSpread::costToServe);
        var source = fields.required("source", Shape.text(), MarginSpread::source);
        return in -> new MarginSpread(in.get(profit), in.get(cost), in.get(source));
    });

    private static final Shape<LifetimeOutlook> LIFETIME = Shape.object("lifetime-outlook", fields -> {
        var years = fields.required(
                "years",
                Shape.integer()
                        .between(1, LifetimeOutlook.MOST_YEARS)
                        .described("For how many years ahead customers count"),
                LifetimeOutlook::years);
        var rate = fields.required(
                "yearlyDiscountRate",
                Shape.number().between(0, 1).described("By how much a year is worth less than the one before"),
                LifetimeOutlook::yearlyDiscountRate);
        return in -> new LifetimeOutlook(in.get(years), in.get(rate));
    });

    private static final Shape<GrossMargin> GROSS_MARGIN = Shape.object("gross-margin", fields -> {
        var share = fields.required("share", Shape.decimal(), GrossMargin::share);
        var source = fields.required("source", Shape.text(), GrossMargin::source);
        return in -> new GrossMargin(in.get(share), in.get(source));
    });

    private record Given(SegmentModel of, Optional<BigDecimal> target) {}

    private static final Shape<Given> SEGMENT = Shape.object("segment-model", fields -> {
        var segment =
                fields.required("segment", Shape.code(), given -> given.of().segment());
        var model = fields.required("model", Shape.code(), given -> given.of().model());
        var target = fields.optional("retentionTarget", Shape.decimal(), Given::target);
        return in -> new Given(new SegmentModel(in.get(segment), in.get(model)), in.get(target));
    });

    private static final Shape<RetentionExpectation> EXPECTATION = Shape.object("expected-retention", fields -> {
        var segment = fields.required(
                "segment", Shape.code(), expected -> expected.of().segment());
        var model =
                fields.required("model", Shape.code(), expected -> expected.of().model());
        var low = fields.required(
                "low", Shape.number(), expected -> expected.share().low());
        var likely = fields.required(
                "likely", Shape.number(), expected -> expected.share().likely());
        var high = fields.required(
                "high", Shape.number(), expected -> expected.share().high());
        var source = fields.required("source", Shape.text(), RetentionExpectation::source);
        return in -> new RetentionExpectation(
                new SegmentModel(in.get(segment), in.get(model)),
                new Triangle(in.get(low), in.get(likely), in.get(high)),
                in.get(source));
    });

    /**
     * The kind, whose triggers may name the standard attributes. What is wrong with the whole is reported at the place in the
     * document where it shows.
     */
    public static final DocumentKind<EngagementPolicy> KIND = over(known());

    /**
     * The kind, over the attributes that triggers may name.
     *
     * @param attributes  those that a book provides and those that are laid over it
     * @return the kind
     */
    public static DocumentKind<EngagementPolicy> over(Collection<? extends AttributeKey<?>> attributes) {
        Shape<EngagementModel> model = model(flexRule(attributes));
        return DocumentKind.of("engagement-models", 1, EngagementPolicy::header, fields -> {
            var grossMargin = fields.required("grossMargin", GROSS_MARGIN, EngagementPolicy::grossMargin);
            var targetMargin = fields.required("targetMargin", Shape.decimal(), EngagementPolicy::targetMargin);
            var models = fields.required("models", Shape.listOf(model), EngagementPolicy::models);
            var segments = fields.required("segments", Shape.listOf(SEGMENT), EngagementModelsDocument::given);
            var expectations = fields.defaulted(
                    "expectations", Shape.listOf(EXPECTATION), List.of(), EngagementPolicy::expectations);
            var sponsors = fields.optional("sponsors", SPONSORS, EngagementPolicy::sponsorship);
            var yearAhead = fields.defaulted(
                    "yearAhead", YearAheadShapes.YEAR_AHEAD, YearAhead.standard(), EngagementPolicy::yearAhead);
            var lifetime = fields.optional("lifetimeValue", LIFETIME, EngagementPolicy::lifetimeOutlook);
            var spread = fields.optional("spread", SPREAD, EngagementPolicy::marginSpread);
            return (header, in) -> {
                EngagementPolicy.Builder policy =
                        EngagementPolicy.builder(header, in.get(grossMargin), in.get(targetMargin));
                in.get(models).forEach(policy::add);
                for (Given row : in.get(segments)) {
                    policy.give(row.of().segment(), row.of().model());
                    row.target().ifPresent(share -> policy.target(row.of().segment(), share));
                }
                in.get(expectations).forEach(policy::expect);
                in.get(sponsors).ifPresent(policy::sponsor);
                policy.yearAhead(in.get(yearAhead));
                in.get(lifetime).ifPresent(policy::lifetime);
                in.get(spread).ifPresent(policy::spread);
                return policy.build();
            };
        });
    }

    private static List<AttributeKey<?>> known() {
        List<AttributeKey<?>> known = new ArrayList<>(HealthAttributes.all());
        known.add(Planner.SEGMENT);
        StandardAttributes.all(Reckoning.in(CurrencyUnit.EUR)).forEach(attribute -> known.add(attribute.key()));
        return known;
    }

    private EngagementModelsDocument() {}

    private static List<Given> given(EngagementPolicy policy) {
        return policy.segments().stream()
                .map(row -> new Given(
                        row, Optional.ofNullable(policy.retentionTargets().get(row.segment()))))
                .toList();
    }
}
