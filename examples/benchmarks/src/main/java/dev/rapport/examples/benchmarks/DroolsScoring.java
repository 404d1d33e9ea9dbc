package dev.rapport.examples.benchmarks;

import java.util.List;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieSession;

/** The scorecard as rules of Drools: one for each measure, group, and the score, in order of salience. */
final class DroolsScoring {

    private final KieBase rules;

    DroolsScoring() {
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        files.write("src/main/resources/score/score.drl", text());
        KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(builder.getResults().toString());
        }
        rules = services.newKieContainer(services.getRepository().getDefaultReleaseId())
                .getKieBase();
    }

    private static String text() {
        StringBuilder text = new StringBuilder("package score;\nimport " + Account.class.getName() + ";\n");
        for (int i = 0; i < ScoringRules.MEASURES; i++) {
            rule(text, "m" + i, 300 - i, "has(" + i + ")", "measure(" + i + ")");
        }
        for (int i = 0; i < ScoringRules.GROUPS; i++) {
            rule(text, "g" + i, 200 - i, "hasGroup(" + i + ")", "group(" + i + ")");
        }
        rule(text, "score", 100, "", "total()");
        return text.toString();
    }

    private static void rule(StringBuilder text, String name, int salience, String condition, String action) {
        text.append("rule \"").append(name).append("\" salience ").append(salience);
        text.append("\nwhen $a : Account(").append(condition).append(")\nthen $a.").append(action).append(";\nend\n");
    }

    /** A session for one account, as a service has it. */
    Account score(Account account) {
        KieSession session = rules.newKieSession();
        try {
            session.insert(account);
            session.fireAllRules();
        } finally {
            session.dispose();
        }
        return account;
    }

    /** One session for all. */
    List<Account> score(List<Account> accounts) {
        KieSession session = rules.newKieSession();
        try {
            accounts.forEach(session::insert);
            session.fireAllRules();
        } finally {
            session.dispose();
        }
        return accounts;
    }
}
