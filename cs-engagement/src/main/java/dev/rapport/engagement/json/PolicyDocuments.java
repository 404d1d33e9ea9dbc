package dev.rapport.engagement.json;

import dev.rapport.engagement.lifecycle.LifeCycle;
import dev.rapport.engagement.model.EngagementPolicy;
import dev.rapport.engagement.model.SegmentModel;
import dev.rapport.engagement.plan.Planner;
import dev.rapport.engagement.plan.Policies;
import dev.rapport.health.HealthAttributes;
import dev.rapport.health.choice.ScorecardChoice;
import dev.rapport.health.json.HealthDocuments;
import dev.rapport.health.policy.HealthPolicy;
import dev.rapport.health.rollup.RollUp;
import dev.rapport.health.scorecard.Scorecard;
import dev.rapport.health.survey.SurveyAttributes;
import dev.rapport.health.survey.SurveyInstruments;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.json.JsonInput;
import dev.rapport.model.json.JsonObject;
import dev.rapport.model.json.JsonText;
import dev.rapport.model.json.JsonValue;
import dev.rapport.model.organisation.Organisation;
import dev.rapport.model.organisation.json.OrganisationDocument;
import dev.rapport.model.problem.Checked;
import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.Nearest;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.shape.Shape;
import dev.rapport.segmentation.json.AttributeShapes;
import dev.rapport.segmentation.json.SegmentationDocument;
import dev.rapport.segmentation.segment.Segment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads a set of policies from documents, each of which says by its {@code format} what it is.
 *
 * <p>There is at most one document of each format, but any number of scorecards and segmentations. Scorecards with one id
 * are its revisions; where ids differ, a {@code rapport/scorecard-choice} says which is for whom. The segmentation whose
 * segments the engagement models name decides the engagement model, the others are shown beside it. Without engagement
 * models the first one decides.
 */
public final class PolicyDocuments {

    private static final String SEGMENTATION = "rapport/segmentation";
    private static final String SCORECARD = "rapport/scorecard";
    private static final String SCORECARD_CHOICE = "rapport/scorecard-choice";
    private static final String ROLL_UP = "rapport/roll-up";
    private static final String CHURN_RISK = "rapport/churn-risk";
    private static final String RESIDUAL_VALUE = "rapport/residual-value";
    private static final String AT_RISK = "rapport/at-risk";
    private static final String MILESTONES = "rapport/milestones";
    private static final String ENGAGEMENT_MODELS = "rapport/engagement-models";
    private static final String ORGANISATION = "rapport/organisation";
    private static final String LIFE_CYCLE = "rapport/life-cycle";
    private static final String ESCALATION = "rapport/escalation";
    private static final String FILE_VIEWS = "rapport/file-views";
    private static final String REVIEWS = "rapport/reviews";
    private static final String SCOPE = "rapport/scope";
    private static final String EARLY_WARNING = "rapport/early-warning";
    private static final String SURVEY_INSTRUMENTS = "rapport/survey-instruments";
    private static final String CONTACT_THROTTLE = "rapport/contact-throttle";
    private static final String VOICE = "rapport/voice";
    private static final String LOSS_REASONS = "rapport/loss-reasons";
    private static final String RETENTION = "rapport/retention";
    private static final String EXPANSION = "rapport/expansion";
    private static final String RENEWAL_FORECAST = "rapport/renewal-forecast";
    private static final String EXPERIMENTS = "rapport/experiments";
    private static final String CALLS = "rapport/calls";
    private static final String CHURN_LEARNING = "rapport/churn-learning";
    private static final String ASSIGNMENT = "rapport/assignment";
    private static final String ATTRIBUTION = "rapport/attribution";

    private static final List<String> FORMATS = List.of(
            SEGMENTATION,
            SCORECARD,
            SCORECARD_CHOICE,
            ROLL_UP,
            CHURN_RISK,
            AT_RISK,
            RESIDUAL_VALUE,
            MILESTONES,
            ENGAGEMENT_MODELS,
            ORGANISATION,
            LIFE_CYCLE,
            ESCALATION,
            EARLY_WARNING,
            SURVEY_INSTRUMENTS,
            CONTACT_THROTTLE,
            LOSS_REASONS,
            RETENTION,
            EXPANSION,
            RENEWAL_FORECAST,
            CALLS,
            CHURN_LEARNING,
            EXPERIMENTS,
            ASSIGNMENT,
            ATTRIBUTION,
            FILE_VIEWS,
            REVIEWS,
            SCOPE,
            VOICE);

    private final ProblemCollector problems = new ProblemCollector();
    private final Map<String, List<JsonValue>> byFormat = new LinkedHashMap<>();
    private final Requirements provided;
    private final Set<AttributeKey<?>> attributes;
    private boolean someAreUnknown;

    private PolicyDocuments(Requirements provided) {
        this.provided = provided;
        this.attributes = new LinkedHashSet<>(provided.attributes());
    }

    /**
     * Reads policies.
     *
     * @param documents  the documents, in any order but that of the segmentations
     * @param provided  what a book provides; documents that name other attributes are refused
     * @return the policies, or all problems of all documents
     */
    public static Checked<Policies> read(List<JsonInput> documents, Requirements provided) {
        PolicyDocuments reader = new PolicyDocuments(provided);
        documents.forEach(reader::take);
        return reader.policies();
    }

    private void take(JsonInput document) {
        Optional<JsonValue> tree = document.tree(problems);
        if (tree.isEmpty()) {
            someAreUnknown = true;
            return;
        }
        Optional<String> format = tree.filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .flatMap(object -> object.find("format"))
                .filter(JsonText.class::isInstance)
                .map(value -> ((JsonText) value).text());
        if (format.isEmpty() || !FORMATS.contains(format.get())) {
            someAreUnknown = true;
            String was = format.map(text -> "was \"" + text + "\"").orElse("is missing");
            problems.add(Problem.error(
                            "unknown-format",
                            tree.get().location(),
                            "format must be one of " + String.join(", ", FORMATS) + ", " + was)
                    .withAdvice(
                            format.map(text -> Nearest.advice(text, FORMATS)).orElse("")));
            return;
        }
        byFormat.computeIfAbsent(format.get(), absent -> new ArrayList<>()).add(tree.get());
    }

    private Checked<Policies> policies() {
        Policies.Builder policies = Policies.builder();
        Optional<SurveyInstruments> instruments = optional(SURVEY_INSTRUMENTS, HealthDocuments.SURVEY_INSTRUMENTS);
        policies.surveyInstruments(instruments);
        instruments.ifPresent(
                asked -> SurveyAttributes.derivedFrom(asked).forEach(attribute -> attributes.add(attribute.key())));
        List<SegmentationDocument> segmentations = new ArrayList<>();
        List<AttributeKey<?>> withSegment = new ArrayList<>(attributes);
        withSegment.add(Planner.SEGMENT);
        Shape<SegmentationDocument> segmentation = SegmentationDocument.kind(AttributeShapes.of(withSegment));
        for (JsonValue tree : byFormat.getOrDefault(SEGMENTATION, List.of())) {
            read(segmentation, tree).ifPresent(segmentations::add);
        }
        attributes.add(Planner.SEGMENT);
        segmentations.forEach(document ->
                attributes.add(AttributeKey.text("segment." + document.header().id())));
        health().ifPresent(policies::health);
        attributes.addAll(HealthAttributes.all());
        policies.residualValue(optional(RESIDUAL_VALUE, HealthDocuments.RESIDUAL_VALUE));
        policies.churnRisk(optional(CHURN_RISK, HealthDocuments.churnRiskOver(attributes)));
        policies.atRisk(optional(AT_RISK, HealthDocuments.atRiskOver(attributes)));
        policies.contactThrottle(optional(CONTACT_THROTTLE, HealthDocuments.contactThrottleOver(attributes)));
        policies.lossReasons(optional(LOSS_REASONS, HealthDocuments.LOSS_REASONS));
        policies.retention(optional(RETENTION, HealthDocuments.RETENTION));
        policies.expansion(optional(EXPANSION, ExpansionDocument.over(attributes)));
        policies.renewalForecast(optional(RENEWAL_FORECAST, RenewalForecastDocument.KIND));
        policies.calls(optional(CALLS, CallsDocument.KIND));
        policies.churnLearning(optional(CHURN_LEARNING, ChurnLearningDocument.over(attributes)));
        policies.experiments(optional(EXPERIMENTS, ExperimentsDocument.over(attributes)));
        policies.milestones(optional(MILESTONES, MilestonesDocument.over(provided.attributes())));
        Optional<Organisation> organisation = optional(ORGANISATION, OrganisationDocument.KIND);
        Optional<LifeCycle> lifeCycle = optional(LIFE_CYCLE, LifeCycleDocument.KIND);
        policies.organisation(organisation);
        policies.lifeCycle(lifeCycle);
        policies.attribution(optional(ATTRIBUTION, AttributionDocument.KIND));
        policies.scope(optional(
                SCOPE,
                organisation.isPresent() && lifeCycle.isPresent()
                        ? ScopeDocument.over(organisation.get(), lifeCycle.get())
                        : ScopeDocument.KIND));
        policies.escalation(optional(ESCALATION, EscalationDocument.KIND));
        policies.fileViews(optional(FILE_VIEWS, FileViewsDocument.over(provided)));
        policies.reviews(optional(REVIEWS, ReviewsDocument.KIND));
        policies.voice(optional(VOICE, VoiceDocument.KIND));
        policies.earlyWarning(optional(EARLY_WARNING, HealthDocuments.EARLY_WARNING));
        Optional<EngagementPolicy> models = optional(ENGAGEMENT_MODELS, EngagementModelsDocument.over(attributes));
        policies.engagementModels(models);
        List<AttributeKey<?>> guarded = guarded(segmentations, models);
        policies.assignment(optional(
                ASSIGNMENT,
                organisation.isPresent()
                        ? AssignmentDocument.over(guarded, organisation.get())
                        : AssignmentDocument.over(guarded)));
        chooseSegmentation(segmentations, models, policies);
        return problems.errorCount() > 0
                ? Checked.invalid(problems.problems())
                : Checked.valid(policies.build(), problems.problems());
    }

    /** The attributes, where a segment that is decided by something personal is personal too. */
    private List<AttributeKey<?>> guarded(List<SegmentationDocument> segmentations, Optional<EngagementPolicy> models) {
        Set<String> personal = new LinkedHashSet<>();
        for (SegmentationDocument document : segmentations) {
            boolean readsPersonal = document.strategy().requirements().attributes().stream()
                    .anyMatch(key -> key.sensitivity() == Sensitivity.PERSONAL);
            if (readsPersonal) {
                personal.add("segment." + document.header().id());
                if (hasAll(document, named(models))) {
                    personal.add(Planner.SEGMENT.name());
                }
            }
        }
        List<AttributeKey<?>> guarded = new ArrayList<>();
        for (AttributeKey<?> key : attributes) {
            guarded.add(personal.contains(key.name()) ? key.sensitivity(Sensitivity.PERSONAL) : key);
        }
        return guarded;
    }

    /** Scorecards, their revisions and what belongs to them, checked against each other where each fits by itself. */
    private Optional<HealthPolicy> health() {
        require(SCORECARD);
        List<JsonValue> trees = byFormat.getOrDefault(SCORECARD, List.of());
        List<Scorecard> scorecards = new ArrayList<>();
        for (JsonValue tree : trees) {
            read(HealthDocuments.scorecardOver(attributes), tree).ifPresent(scorecards::add);
        }
        Optional<ScorecardChoice> choice = optional(SCORECARD_CHOICE, HealthDocuments.SCORECARD_CHOICE);
        Optional<RollUp> rollUp = optional(ROLL_UP, HealthDocuments.ROLL_UP);
        boolean areAllRead =
                scorecards.size() == trees.size() && (choice.isPresent() || !byFormat.containsKey(SCORECARD_CHOICE));
        if (scorecards.isEmpty() || !areAllRead || someAreUnknown) {
            return Optional.empty();
        }
        HealthPolicy policy = new HealthPolicy(scorecards, choice, rollUp);
        for (Problem problem : policy.check(attributes)) {
            problems.add(inDocument(problem));
        }
        return Optional.of(policy);
    }

    /** From the place in the whole, such as {@code /scorecards/1/bands}, to the place in the document. */
    private Problem inDocument(Problem problem) {
        List<String> tokens =
                List.of(problem.location().pointer().toString().substring(1).split("/", -1));
        boolean isChoice = tokens.get(0).equals("choice");
        List<JsonValue> trees = byFormat.getOrDefault(isChoice ? SCORECARD_CHOICE : SCORECARD, List.of());
        Location place =
                trees.get(isChoice ? 0 : Integer.parseInt(tokens.get(1))).location();
        for (String token : tokens.subList(isChoice ? 1 : 2, tokens.size())) {
            place = place.child(token);
        }
        Problem moved = Problem.of(problem.severity(), problem.code(), place, problem.message());
        return problem.advice().map(moved::withAdvice).orElse(moved);
    }

    private void require(String format) {
        if (!byFormat.containsKey(format) && !someAreUnknown) {
            problems.add(
                    Problem.error("missing-document", Location.NONE, "a document of format " + format + " is missing")
                            .withAdvice("Maybe the folder holds the policies of something else"));
        }
    }

    private <T> Optional<T> required(String format, Shape<T> shape) {
        require(format);
        return optional(format, shape);
    }

    private <T> Optional<T> optional(String format, Shape<T> shape) {
        List<JsonValue> trees = byFormat.getOrDefault(format, List.of());
        if (trees.size() > 1) {
            problems.error(
                    "document-twice",
                    trees.get(1).location(),
                    "format " + format + " must come once, is also "
                            + trees.get(0).location());
        }
        return trees.isEmpty() ? Optional.empty() : read(shape, trees.get(0));
    }

    private <T> Optional<T> read(Shape<T> shape, JsonValue tree) {
        Checked<T> checked = shape.read(tree);
        problems.addAll(checked.problems());
        return checked.find();
    }

    private static Set<String> named(Optional<EngagementPolicy> models) {
        return models.map(policy -> policy.segments().stream()
                        .map(SegmentModel::segment)
                        .collect(Collectors.toCollection(LinkedHashSet::new)))
                .orElseGet(LinkedHashSet::new);
    }

    private static boolean hasAll(SegmentationDocument document, Set<String> named) {
        return document.strategy().segments().stream()
                .map(Segment::id)
                .collect(Collectors.toSet())
                .containsAll(named);
    }

    private void chooseSegmentation(
            List<SegmentationDocument> segmentations, Optional<EngagementPolicy> models, Policies.Builder policies) {
        if (!byFormat.containsKey(SEGMENTATION)) {
            required(SEGMENTATION, SegmentationDocument.kind(AttributeShapes.of(attributes)));
        }
        Set<String> named = named(models);
        List<SegmentationDocument> deciding = segmentations.stream()
                .filter(document -> hasAll(document, named))
                .toList();
        boolean areAllRead = segmentations.size()
                == byFormat.getOrDefault(SEGMENTATION, List.of()).size();
        if (segmentations.isEmpty() || !areAllRead) {
            return;
        }
        if (deciding.isEmpty() || (deciding.size() > 1 && !named.isEmpty())) {
            problems.add(Problem.error(
                            "no-deciding-segmentation",
                            byFormat.getOrDefault(ENGAGEMENT_MODELS, List.of())
                                    .get(0)
                                    .location(),
                            "the segments that the engagement models name (" + String.join(", ", named)
                                    + ") must be those of exactly one segmentation, " + deciding.size()
                                    + " have them all")
                    .withAdvice("Maybe a segment was renamed in one of the documents"));
            return;
        }
        policies.segmentation(deciding.get(0));
        for (SegmentationDocument document : segmentations) {
            if (!document.equals(deciding.get(0))) {
                policies.addFurtherSegmentations(document);
            }
        }
    }
}
