package dev.rapport.engagement.file;

import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.shape.DocumentHeader;
import java.util.Arrays;
import java.util.List;

/**
 * The preset {@code file-views-standard}.
 *
 * <p>Ours, and a start to argue from, by one rule: who talks to people needs their names (csm); who decides about customers
 * needs all but what is personal (ceo, vp); who works beside us needs what there is to do, not what is paid, and tells
 * people apart without knowing them (partner); and the customer sees what is theirs: contracts, use, goals and what they
 * told us, none of what we make of it.
 */
final class StandardFileViews {

    private static final List<String> PUBLIC =
            List.of("name", "industry", "headcount", "country", "region", "city", "time-zone");

    private StandardFileViews() {}

    static FileViews policy() {
        return new FileViews(
                DocumentHeader.of("file-views-standard", "1")
                        .withDescription(
                                "Preset: names for who talks to people, reasons without names for who decides,"
                                        + " no prices and no names for partners, their own facts for customers. Rapport's own."),
                List.of(
                        inside("ceo", Sensitivity.INTERNAL),
                        inside("vp", Sensitivity.INTERNAL),
                        inside("csm", Sensitivity.PERSONAL),
                        FileView.builder()
                                .reader("partner")
                                .addSections(FileSection.LIFE_CYCLE, FileSection.TIMELINE)
                                .attributes(PUBLIC)
                                .series(List.of(
                                        "contracts", "contract-lines", "usage", "people", "tickets", "goals", "stages"))
                                .shows(Sensitivity.INTERNAL)
                                .addWithout("contracts.arr", "contract-lines.arr", "contract-lines.unit-price")
                                .addHashed("people.name", "people.email", "usage.user")
                                .build(),
                        FileView.builder()
                                .reader("customer")
                                .addSections(FileSection.REVIEWS)
                                .attributes(PUBLIC)
                                .series(List.of(
                                        "contracts",
                                        "contract-lines",
                                        "usage",
                                        "tickets",
                                        "survey-answers",
                                        "feedback",
                                        "goals",
                                        "invoices"))
                                .shows(Sensitivity.INTERNAL)
                                .build()));
    }

    private static FileView inside(String reader, Sensitivity shows) {
        return FileView.builder()
                .reader(reader)
                .sections(Arrays.asList(FileSection.values()))
                .shows(shows)
                .build();
    }
}
