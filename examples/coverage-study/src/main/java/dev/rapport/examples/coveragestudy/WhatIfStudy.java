package dev.rapport.examples.coveragestudy;

import dev.rapport.engagement.model.Economics;
import dev.rapport.engagement.model.EngagementModel;
import dev.rapport.engagement.model.SegmentModel;
import dev.rapport.examples.shared.Arguments;
import dev.rapport.examples.shared.OutputFolder;
import dev.rapport.examples.shared.UserError;
import dev.rapport.model.json.JsonLayout;
import java.io.PrintStream;
import java.nio.file.Path;

/** What becomes of cost, capacity, retention and margin when a segment gets another model. */
final class WhatIfStudy {

    private WhatIfStudy() {}

    static void run(Arguments arguments, PrintStream out) {
        OutputFolder folder = OutputFolder.at(arguments.findPath("out").orElse(Path.of("target", "coverage-study")));
        arguments.get("segment");
        arguments.get("model");
        StudyBook book = StudyBook.read(arguments);
        String segment = StudyBook.oneOf(
                arguments,
                "segment",
                book.models().segments().stream().map(SegmentModel::segment).toList());
        String model = StudyBook.oneOf(
                arguments,
                "model",
                book.models().models().stream().map(EngagementModel::id).toList());
        Economics economics = book.plan().economics().value().orElseThrow();
        WhatIf found = WhatIf.of(book.plan(), economics, segment, model);
        if (found.now().economics().model().equals(model)) {
            throw new UserError("option (--model " + model + ") must be another than segment " + segment
                    + " has already: one of "
                    + String.join(
                            ", ",
                            book.models().models().stream()
                                    .map(EngagementModel::id)
                                    .filter(other -> !other.equals(model))
                                    .toList())
                    + ".");
        }
        if (found.now().economics().customers() == 0) {
            throw new UserError("option (--segment " + segment + ") must have customers on "
                    + book.plan().date() + ", has none.");
        }
        WhatIfReport report = new WhatIfReport(book, found);
        folder.write(
                "result.json", writer -> JsonLayout.PRETTY.write(writer, json -> json.object(report::writeFields)));
        folder.write("index.html", report.page()::writeTo);
        report.verdict().forEach(out::println);
        out.println("Written to " + folder.path() + ": open index.html");
    }
}
