package dev.rapport.engagement.plan;

import dev.rapport.health.Health;
import dev.rapport.health.HealthOfBook;
import dev.rapport.health.HealthStrategy;
import dev.rapport.health.band.Band;
import dev.rapport.health.band.Bands;
import dev.rapport.health.retention.LostCustomer;
import dev.rapport.health.risk.ChurnRisk;
import dev.rapport.health.risk.RiskOfBook;
import dev.rapport.health.survey.SurveyAttributes;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.memory.Memory;
import dev.rapport.segmentation.json.SegmentationDocument;
import dev.rapport.segmentation.segment.Segmentation;
import dev.rapport.segmentation.segment.SegmentationStrategy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The customers of one cut with what the policies decide about each: segments, health, churn risk. Those whose contracts
 * are all over are no customers any more and are told apart.
 */
final class DecidedBook {

    private final Book cut;
    private final Policies policies;
    private final Memory memory;
    private final DecidedSegments segments;
    private final HealthStrategy own;
    private final HealthStrategy strategy;
    private final HealthOfBook health;
    private final Map<String, PolicyRef> references;
    private final Optional<ChurnRisk> risk;
    private final Optional<RiskOfBook> assessed;
    private final Book book;
    private final List<String> former;
    private final Threads threads;

    DecidedBook(Book cut, Policies policies, Memory memory, Optional<? extends ChurnRisk> fitted) {
        this(cut, policies, memory, fitted, Threads.ONE);
    }

    DecidedBook(Book cut, Policies policies, Memory memory, Optional<? extends ChurnRisk> fitted, Threads threads) {
        this.cut = cut;
        this.threads = threads;
        this.policies = policies;
        this.memory = memory;
        this.segments = DecidedSegments.of(cut, policies, memory, threads);
        Book decided = segments.book();
        this.former = former(cut, decided);
        this.own = policies.health().own(decided);
        this.strategy = policies.health().over(decided);
        this.references = policies.references(decided);
        this.health = strategy.decide(decided, memory, threads.executor(), threads.tasks());
        decided = health.layOver(decided);
        Set<AttributeKey<?>> provided = decided.provides().attributes();
        this.risk = fitted.isPresent()
                ? Optional.of(fitted.get())
                : policies.churnRisk().map(policy -> policy.resolve(provided).orThrow());
        fitted.ifPresent(model -> references.put("churn-risk", model.policy()));
        Book deciding = decided;
        this.assessed = risk.map(one -> one.assess(deciding, threads.executor(), threads.tasks()));
        this.book = assessed.isPresent() ? assessed.get().layOver(decided) : decided;
    }

    /** The current customers of a cut with their segments, for a look back. */
    static Book segmented(Book cut, Policies policies) {
        return DecidedSegments.of(cut, policies, Memory.empty(), Threads.ONE).book();
    }

    /** The current customers, with what surveys say of each. */
    static Book customers(Book cut, Policies policies) {
        Book current = current(cut);
        return policies.surveyInstruments()
                .map(instruments -> SurveyAttributes.layOver(current, instruments))
                .orElse(current);
    }

    /** The current customers, with what surveys say of each only where a strategy reads it: that takes longest. */
    static Book customers(Book cut, Policies policies, SegmentationStrategy strategy) {
        boolean readsSurveys = strategy.requirements().attributes().stream().anyMatch(SurveyAttributes.all()::contains);
        return readsSurveys ? customers(cut, policies) : current(cut);
    }

    /** Where nobody tells of contracts, nobody's are over. */
    private static Book current(Book cut) {
        return cut.provides().series().contains(Contract.SERIES) ? cut.only(LostCustomer::isCustomer) : cut;
    }

    private static List<String> former(Book cut, Book current) {
        if (cut.size() == current.size()) {
            return List.of();
        }
        List<String> former = new ArrayList<>(cut.customerIds());
        former.removeAll(new HashSet<>(current.customerIds()));
        return List.copyOf(former);
    }

    /** The whole cut with what was decided: former customers have no segment, health or risk. */
    Book everybody() {
        Book all = segments.layOver(cut, policies);
        all = health.layOver(all);
        return assessed.isPresent() ? assessed.get().layOver(all) : all;
    }

    /** What may work out sections beside each other: of columns, for a host's objects need not bear several threads. */
    Threads beside() {
        return cut.isOfColumns() ? threads : Threads.ONE;
    }

    /** All who are or were customers, without the decisions. */
    Book cut() {
        return cut;
    }

    /** What was decided before. */
    Memory memory() {
        return memory;
    }

    /** The current customers, with the decisions as attributes. */
    Book book() {
        return book;
    }

    /** Takes the health of one customer. */
    interface HealthReader {

        void read(String customerId, String band, OptionalDouble score);
    }

    /** Shows the health of every customer. */
    void forEachHealth(HealthReader reader) {
        for (int row = 0; row < health.size(); row++) {
            double score = health.score(row);
            reader.read(
                    health.customerId(row),
                    health.band(row),
                    Double.isNaN(score) ? OptionalDouble.empty() : OptionalDouble.of(score));
        }
    }

    /** The ids of those whose contracts are all over. */
    List<String> former() {
        return former;
    }

    DecidedSegments segments() {
        return segments;
    }

    Segmentation segmentation() {
        return segments.segmentation();
    }

    Map<String, Segmentation> further() {
        return segments.further();
    }

    Optional<ChurnRisk> risk() {
        return risk;
    }

    /** What decides about health in this cut, and in no other. */
    HealthStrategy strategy() {
        return strategy;
    }

    /** What decides about each customer of this cut by itself. */
    HealthStrategy own() {
        return own;
    }

    /** The policies in force, by what they decide. */
    Map<String, PolicyRef> references() {
        return references;
    }

    /** What scores are called: those who are decided by different scorecards are in bands of the same names. */
    Bands bands() {
        for (int row = 0; row < health.size(); row++) {
            if (!health.band(row).equals(Band.UNKNOWN)) {
                return health.bands(row);
            }
        }
        return policies.health().scorecards().get(0).bands();
    }

    /** The health of all customers, without reasons. */
    HealthOfBook health() {
        return health;
    }

    /** The health of a customer, with its reasons. */
    Health health(CustomerView view) {
        return strategy.decide(view, memory);
    }

    /** How a customer is by itself, if its health is that of its family. */
    Optional<Health> ownHealth(CustomerView view, Health inForce) {
        return isRolledUp(inForce) ? Optional.of(own.decide(view, memory)) : Optional.empty();
    }

    /** The segments of a customer in the further segmentations, those with one only. */
    Map<String, String> furtherSegments(CustomerView view) {
        Map<String, String> segments = new LinkedHashMap<>();
        for (SegmentationDocument document : policies.furtherSegmentations()) {
            view.find(DecidedSegments.segmentKey(document))
                    .ifPresent(segment -> segments.put(document.header().id(), segment));
        }
        return Collections.unmodifiableMap(segments);
    }

    private boolean isRolledUp(Health decided) {
        return policies.health()
                .rollUp()
                .map(rollUp -> rollUp.policy().equals(decided.policy()))
                .orElse(false);
    }
}
