package dev.rapport.examples.backtest;

import dev.rapport.examples.shared.Arguments;
import dev.rapport.examples.shared.ConsoleProgram;
import dev.rapport.examples.shared.OutputFolder;
import dev.rapport.examples.shared.UserError;
import dev.rapport.health.card.ModelCard;
import dev.rapport.health.card.ModelCardPage;
import dev.rapport.health.json.ModelCardJson;
import dev.rapport.health.validation.Validation;
import dev.rapport.model.json.JsonLayout;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/** Holds a model of churn against what then happened, and writes its card. */
public final class Main {

    private static final String HELP = """
            Lets the gate judge a model of churn, and writes its card: model-card.json and index.html.

              telco --data F          IBM's telco customers, one CSV file of one month: a model that predicts
              ravenstack --data DIR   a folder of five CSV files over two years: churn that nothing predicts

              --out DIR       where the card is written (default target/backtest)
              --help          this text

            The verdict is one of: passes, falls short, no better than chance, not enough data.
            """;

    static final ConsoleProgram PROGRAM = ConsoleProgram.of(HELP, Main::backTest)
            .commands("telco", "ravenstack")
            .options("data", "out");

    private Main() {}

    /** Runs the program; ends with 0 whatever the verdict, or with 2 where something must be mended first. */
    public static void main(String[] args) {
        PROGRAM.runAndExit(args);
    }

    private static void backTest(Arguments arguments, PrintStream out) {
        String name = arguments
                .command()
                .orElseThrow(() -> new UserError("data set must come first: telco or ravenstack.\nMaybe see --help."));
        Path data = arguments.getPath("data");
        OutputFolder folder = OutputFolder.at(arguments.findPath("out").orElse(Path.of("target", "backtest")));
        Map<String, ModelCard> cards = name.equals("telco") ? TelcoStudy.cards(data) : RavenstackStudy.cards(data);
        cards.forEach((file, card) -> {
            write(card, file, folder);
            out.println(card.title());
            Validation validation = card.validation();
            validation.words().forEach(sentence -> out.println("  " + sentence));
        });
        out.println("Written to " + folder.path() + ": open index.html");
    }

    private static void write(ModelCard card, String name, OutputFolder folder) {
        boolean isFirst = name.equals("model-card");
        folder.write(
                name + ".json", writer -> JsonLayout.PRETTY.write(writer, json -> ModelCardJson.write(card, json)));
        folder.write(isFirst ? "index.html" : name + ".html", writer -> writer.write(ModelCardPage.html(card)));
    }
}
