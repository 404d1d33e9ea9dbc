package dev.rapport.engagement.plan;

import dev.rapport.health.contact.ContactOrder;
import dev.rapport.health.contact.ReadyThrottle;
import dev.rapport.health.survey.Drivers;
import dev.rapport.health.survey.EffortRanking;
import dev.rapport.health.survey.Instrument;
import dev.rapport.health.survey.Purpose;
import dev.rapport.health.survey.SilentAccounts;
import dev.rapport.health.survey.SurveyInstruments;
import dev.rapport.health.survey.SurveyReport;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.AttributeKind;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.SurveyAnswer;
import dev.rapport.model.derived.StandardAttributes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Works out what surveys say: of the current customers now, and of those of a year ago with who left since. */
final class SurveySection {

    private static final int DAYS_BACK = 365;
    private static final AttributeKey<Boolean> CHURNED = AttributeKey.bool("churned");

    /** Answers do not go along with themselves, nor with what is made of them. */
    private static final List<String> MADE_OF_ANSWERS = List.of("survey.", "health.", "churn.");

    private final Facts facts;
    private final Policies policies;

    SurveySection(Facts facts, Policies policies) {
        this.facts = facts;
        this.policies = policies;
    }

    Section<PlanSurveys> of(DecidedBook decided) {
        Book book = decided.book();
        List<String> missing = new ArrayList<>();
        if (policies.surveyInstruments().isEmpty()) {
            missing.add("policy survey-instruments");
        }
        if (!book.provides().series().contains(SurveyAnswer.SERIES)) {
            missing.add("series " + SurveyAnswer.SERIES);
        }
        if (!missing.isEmpty()) {
            return Section.lacking(missing);
        }
        SurveyInstruments instruments = policies.surveyInstruments().orElseThrow();
        ImmutablePlanSurveys.Builder surveys = ImmutablePlanSurveys.builder()
                .report(SurveyReport.of(book, instruments, groupings(book)))
                .since(book.date().minusDays(DAYS_BACK));
        if (policies.contactThrottle().isPresent()) {
            ReadyThrottle throttle = policies.contactThrottle()
                    .get()
                    .resolve(book.provides().attributes())
                    .orThrow();
            instruments
                    .instruments()
                    .forEach(one -> surveys.addContacts(throttle.count(book, one.id()))
                            .addRounds(throttle.round(book, one.id(), ContactOrder.longestNotAsked())));
        } else {
            missing.add("policy contact-throttle");
        }
        addAssociations(instruments, decided, surveys);
        return new Section<>(Optional.of(surveys.build()), missing);
    }

    private static List<AttributeKey<String>> groupings(Book book) {
        Set<AttributeKey<?>> provided = book.provides().attributes();
        List<AttributeKey<String>> groupings = new ArrayList<>(
                List.of(Planner.SEGMENT, StandardAttributes.OWNER_CSM, StandardAttributes.STAGE_CURRENT));
        groupings.removeIf(key -> !provided.contains(key));
        return groupings;
    }

    private void addAssociations(
            SurveyInstruments instruments, DecidedBook decided, ImmutablePlanSurveys.Builder surveys) {
        Book book = decided.book();
        Book then = withOutcome(book.date().minusDays(DAYS_BACK), decided);
        List<AttributeKey<?>> measures = measures(book);
        for (Instrument instrument : instruments.instruments()) {
            if (instrument.purpose() == Purpose.RELATIONAL) {
                surveys.addDrivers(Drivers.of(book, instrument, instruments.settings(), measures));
                surveys.addEfforts(EffortRanking.of(
                        then,
                        instrument,
                        instruments.settings(),
                        Planner.SEGMENT,
                        new EffortRanking.Outcome(CHURNED, false)));
                surveys.addSilent(SilentAccounts.of(
                        then,
                        instrument,
                        instruments.settings(),
                        CHURNED,
                        instrument.minimum().clusters()));
            }
        }
    }

    /** The customers of an earlier date, with their segments as of then, and who has left since. */
    private Book withOutcome(LocalDate date, DecidedBook now) {
        Book then = DecidedBook.segmented(facts.asOf(date), policies);
        Map<String, Boolean> churned = new HashMap<>();
        now.book().customerIds().forEach(id -> churned.put(id, false));
        now.former().forEach(id -> churned.put(id, true));
        churned.keySet().retainAll(Set.copyOf(then.customerIds()));
        return then.with(CHURNED, "contracts over since " + date, churned);
    }

    private static List<AttributeKey<?>> measures(Book book) {
        return book.provides().attributes().stream()
                .filter(key -> key.kind() == AttributeKind.NUMBER || key.kind() == AttributeKind.BOOLEAN)
                .filter(key ->
                        key.name().contains(".") && MADE_OF_ANSWERS.stream().noneMatch(key.name()::startsWith))
                .<AttributeKey<?>>map(key -> key)
                .sorted(Comparator.comparing(AttributeKey::name))
                .toList();
    }
}
