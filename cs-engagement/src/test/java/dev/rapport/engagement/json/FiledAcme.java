package dev.rapport.engagement.json;

import dev.rapport.engagement.escalation.Accountability;
import dev.rapport.engagement.escalation.EscalationPolicy;
import dev.rapport.engagement.escalation.EscalationReport;
import dev.rapport.engagement.file.CustomerFile;
import dev.rapport.engagement.file.FileSections;
import dev.rapport.engagement.file.FileView;
import dev.rapport.engagement.file.FileViews;
import dev.rapport.engagement.file.HealthPoint;
import dev.rapport.engagement.file.NamedDecision;
import dev.rapport.engagement.file.NextStep;
import dev.rapport.engagement.file.Pseudonyms;
import dev.rapport.engagement.lifecycle.LifeCycle;
import dev.rapport.engagement.lifecycle.RoadmapOutcome;
import dev.rapport.engagement.lifecycle.RoadmapReport;
import dev.rapport.engagement.lifecycle.Stage;
import dev.rapport.engagement.milestone.InMemoryMilestoneLedger;
import dev.rapport.engagement.milestone.Milestone;
import dev.rapport.engagement.milestone.MilestonePlanner;
import dev.rapport.engagement.milestone.MilestoneTrigger.Span;
import dev.rapport.engagement.milestone.Milestones;
import dev.rapport.engagement.milestone.RenewalTrigger;
import dev.rapport.engagement.milestone.Step;
import dev.rapport.health.Health;
import dev.rapport.health.band.Band;
import dev.rapport.health.band.Bands;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.calendar.BusinessCalendar;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.ContractLine;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.Feedback;
import dev.rapport.model.customer.Goal;
import dev.rapport.model.customer.Ownership;
import dev.rapport.model.customer.Person;
import dev.rapport.model.customer.Play;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.customer.StageEntry;
import dev.rapport.model.customer.SurveyAnswer;
import dev.rapport.model.customer.Ticket;
import dev.rapport.model.customer.Touchpoint;
import dev.rapport.model.customer.Usage;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.Node;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.decision.Program;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.shape.DocumentHeader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalDouble;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The file of one customer of whom everything is known. */
final class FiledAcme {

    private static final Instant SINCE = Instant.parse("2024-01-01T00:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Reckoning EUR = Reckoning.in(CurrencyUnit.EUR);
    static final Pseudonyms PSEUDONYMS = Pseudonyms.keyed("a secret of this test".getBytes(StandardCharsets.UTF_8));
    private static final List<AttributeKey<?>> PROFILE = List.of(
            CustomerAttributes.NAME,
            CustomerAttributes.PERSON_NAME,
            CustomerAttributes.COUNTRY,
            CustomerAttributes.HEADCOUNT,
            CustomerAttributes.AGE);

    private FiledAcme() {}

    private static Customer acme() {
        Customer.Builder acme = Customer.builder("acme", SINCE)
                .source("customers.csv:2")
                .set(CustomerAttributes.NAME, "Acme <script>", SINCE)
                .set(CustomerAttributes.PERSON_NAME, "Wile Coyote", SINCE)
                .set(CustomerAttributes.AGE, 44.0, SINCE)
                .set(CustomerAttributes.COUNTRY, "DE", SINCE);
        acme.add(
                Contract.SERIES,
                e -> e.id("c-1")
                        .at(SINCE)
                        .with(Contract.START, LocalDate.of(2024, 8, 1))
                        .with(Contract.END, LocalDate.of(2025, 8, 1))
                        .with(Contract.AUTO_RENEWS, true)
                        .with(Contract.NOTICE_AMOUNT, 1.0)
                        .with(Contract.NOTICE_UNIT, "months"));
        acme.add(
                ContractLine.SERIES,
                e -> e.id("l-1")
                        .at(SINCE)
                        .with(ContractLine.CONTRACT, "c-1")
                        .with(ContractLine.PRODUCT, "core")
                        .with(ContractLine.ARR, Money.of(CurrencyUnit.EUR, 12_000)));
        acme.add(
                Contract.SERIES,
                e -> e.id("c-2")
                        .at(SINCE)
                        .with(Contract.START, LocalDate.of(2026, 1, 1))
                        .with(Contract.ARR, Money.of(CurrencyUnit.USD, 9)));
        acme.add(
                Usage.SERIES,
                e -> e.at(LocalDate.of(2026, 6, 29))
                        .with(Usage.QUANTITY, 12.5)
                        .with(Usage.FEATURE, "export")
                        .with(Usage.USER, "p-1"));
        acme.add(
                Usage.SERIES,
                e -> e.at(LocalDate.of(2025, 12, 31)).with(Usage.QUANTITY, 3.0).with(Usage.ACTIVE_USERS, 7.0));
        acme.add(
                Person.SERIES,
                e -> e.id("p-1")
                        .at(SINCE)
                        .with(Person.NAME, "Road Runner")
                        .with(Person.EMAIL, "beep@acme.example")
                        .with(Person.ROLE, "sponsor")
                        .with(Person.LEFT_ON, LocalDate.of(2026, 6, 1)));
        acme.add(
                Ticket.SERIES,
                e -> e.id("t-1")
                        .at(LocalDate.of(2026, 6, 29))
                        .with(Ticket.SEVERITY, "urgent")
                        .with(Ticket.CAUSE, "defect"));
        acme.add(
                SurveyAnswer.SERIES,
                e -> e.at(LocalDate.of(2026, 5, 5))
                        .with(SurveyAnswer.INSTRUMENT, "nps")
                        .with(SurveyAnswer.SCORE, 6.0)
                        .with(SurveyAnswer.COMMENT, "secret comment"));
        acme.add(
                Touchpoint.SERIES,
                e -> e.at(LocalDate.of(2026, 5, 6))
                        .with(Touchpoint.KIND, "call")
                        .with(Touchpoint.MEMBER, "anna")
                        .with(Touchpoint.NOTE, "secret note"));
        acme.add(Feedback.SERIES, e -> e.at(LocalDate.of(2026, 5, 7)).with(Feedback.TEXT, "secret text"));
        acme.add(
                Goal.SERIES,
                e -> e.id("g-1")
                        .at(SINCE)
                        .with(Goal.TITLE, "Fewer clicks")
                        .with(Goal.KIND, "clicks")
                        .with(Goal.TARGET, 3.0));
        acme.add(
                Ownership.SERIES,
                e -> e.id("o-1")
                        .at(SINCE)
                        .with(Ownership.ROLE, "csm")
                        .with(Ownership.OWNER, "anna")
                        .with(Ownership.FROM, LocalDate.of(2024, 8, 1)));
        acme.add(
                Play.SERIES,
                e -> e.id("play-1")
                        .at(LocalDate.of(2026, 5, 11))
                        .with(Play.PLAY, "win-a-sponsor")
                        .with(Play.OWNER, "anna")
                        .with(Play.STARTED_ON, LocalDate.of(2026, 5, 11))
                        .with(Play.EXPIRES_ON, LocalDate.of(2026, 6, 22)));
        acme.add(
                StageEntry.SERIES,
                e -> e.id("s-1")
                        .at(SINCE)
                        .with(StageEntry.STAGE, "onboarding")
                        .with(StageEntry.ENTERED_ON, LocalDate.of(2024, 8, 1)));
        return acme.build();
    }

    static CustomerFile file(Sensitivity shown) {
        return file(FileView.everything(shown));
    }

    static CustomerFile file(String reader) {
        return file(FileViews.standard().find(reader).orElseThrow());
    }

    static CustomerFile file(FileView seen) {
        Customer acme = acme();
        Book book = Facts.of(Customer.adapter(List.of(acme)), List.of(acme))
                .in(BERLIN, CurrencyUnit.EUR)
                .asOf(TODAY);
        CustomerView view = book.customers().get(0);
        MilestonePlanner planner = MilestonePlanner.of(
                Milestones.of(
                        DocumentHeader.of("m", "1"),
                        List.of(Milestone.builder()
                                .id("renewal")
                                .trigger(new RenewalTrigger())
                                .addSteps(Step.parse("32 days before"), Step.parse("7 days before"))
                                .fireLateUpToDays(3)
                                .reissueWhenMovedByDays(30)
                                .alerts("csm")
                                .build())),
                EUR);
        InMemoryMilestoneLedger ledger = new InMemoryMilestoneLedger();
        planner.tick(book, ledger);
        LifeCycle lifeCycle = LifeCycle.builder()
                .header(DocumentHeader.of("l", "1"))
                .addStages(Stage.builder()
                        .id("onboarding")
                        .department("onboarding")
                        .accountable("onboarding")
                        .expectedDays(60)
                        .build())
                .addRoadmap(RoadmapOutcome.builder()
                        .id("clicks")
                        .name("Fewer clicks")
                        .goal("clicks")
                        .build())
                .stuckFactor(1.5)
                .build();
        EscalationReport escalations = EscalationReport.of(
                EscalationPolicy.standard(), book, Accountability.ownersOnly(), BusinessCalendar.weekdays());
        Health health = Health.of(
                view,
                new PolicyRef("age", "1"),
                Program.of(Node.number("age", CustomerAttributes.AGE, (age, today) -> age))
                        .explain(view),
                Bands.of(new Band("red", 0, 20), new Band("yellow", 20, 100)),
                Memory.empty());
        return CustomerFile.of(view, PROFILE, EUR, seen, PSEUDONYMS)
                .with(FileSections.builder()
                        .segment(new NamedDecision("enterprise", Explanation.stated("segment", 1, "assigned by hand")))
                        .health(health)
                        .addHealthHistory(
                                new HealthPoint(LocalDate.of(2026, 3, 31), "red", OptionalDouble.of(12.5)),
                                new HealthPoint(LocalDate.of(2026, 5, 31), "UNKNOWN", OptionalDouble.empty()))
                        .churnRisk(Explanation.stated("churn-risk", 0.25, "a guess"))
                        .milestones(planner.reckon(
                                        view,
                                        new Span(TODAY.minusDays(30), TODAY.plusDays(60)),
                                        ledger.entriesOf(List.of("acme")))
                                .occurrences())
                        .escalations(escalations.of("acme"))
                        .journey(lifeCycle.journey(view))
                        .outcomes(RoadmapReport.of(lifeCycle, book, EUR).of("acme"))
                        .addNextSteps(NextStep.builder()
                                .kind(NextStep.Kind.PLAY)
                                .what("begin win a sponsor")
                                .by(LocalDate.of(2026, 7, 7))
                                .who("anna")
                                .because("a hunch")
                                .build())
                        .build());
    }
}
