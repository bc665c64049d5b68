package drivetrain.states.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drivetrain.states.Diagnostic;
import drivetrain.states.InvalidDefinitionException;
import drivetrain.states.StateMachineType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateMachineTest {

    private static List<String> problems(String definition) {
        return StateMachine.validate(definition, StateMachineType.STANDARD).stream()
                .map(Diagnostic::toString).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', value = {
            "{'StartAt':'A'} => SCHEMA_VALIDATION_FAILED: These fields are required: [States] at /",
            "{'StartAt':'A','States':{'A':{'Type':'Pass','Next':'N'},'E':{'Type':'Fail'}}} => MISSING_TRANSITION_TARGET: Missing 'Next' target: N at /States/A/Next",
            "{'StartAt':'A','States':{'A':{'Type':'Pass','Next':'A'}}} => MISSING_END_STATE: Workflow has no terminal state",
            "{'StartAt':'A','States':{'A':{'Type':'Pass','End':true},'B':{'Type':'Succeed'}}} => MISSING_TRANSITION_TARGET: State \"B\" is not reachable. at /States/B",
            "{'StartAt':'X','States':{'A':{'Type':'Pass','End':true}}} => MISSING_TRANSITION_TARGET: Missing 'StartAt' target: X at /StartAt",
            "{'StartAt':'A','States':{'A':{'Type':'Pass','End':true,'Catch':[]}}} => SCHEMA_VALIDATION_FAILED: Field 'Catch' is not supported at /States/A",
            "{'StartAt':'A','States':{'A':{'Type':'Pass','End':true,'Output':1}}} => SCHEMA_VALIDATION_FAILED: The QueryLanguage is set to 'JSONPath', but field 'Output' is only supported for the 'JSONata' QueryLanguage at /States/A",
            "{'QueryLanguage':'JSONata','StartAt':'A','States':{'A':{'Type':'Succeed','InputPath':'$'}}} => SCHEMA_VALIDATION_FAILED: The QueryLanguage is set to 'JSONata', but field 'InputPath' is only supported for the 'JSONPath' QueryLanguage at /States/A",
            "{'QueryLanguage':'JSONata','StartAt':'A','States':{'A':{'Type':'Succeed','Output':'{% 1 + %}'}}} => SCHEMA_VALIDATION_FAILED: Unexpected end of expression at /States/A/Output",
            "{'StartAt':'A','States':{'A':{'Type':'Task','End':true,'Resource':'x'}}} => SCHEMA_VALIDATION_FAILED: Value is not a valid resource ARN at /States/A/Resource"})
    void tellsTheProblemAndItsPath(String definition, String problem) {
        assertThat(problems(definition.replace("'", "\"").replace("\\\"", "'")))
                .contains(problem);
    }

    @Test
    void tellsAllProblemsAtOnce() {
        String definition = """
                {"StartAt": "A", "Speed": 1, "States": {
                  "A": {"Type": "Map", "Next": "B", "ItemProcessor": {
                    "StartAt": "I", "States": {"I": {"Type": "Pass", "ResultPath": "$..x"}}}},
                  "B": {"Type": "Choice", "Choices": [
                    {"Variable": "$.x", "NumericEquals": 1, "StringEquals": "1"}]},
                  "C": {"Type": "Robot"}}}
                """;

        assertThat(problems(definition)).hasSizeGreaterThan(5);
        assertThatThrownBy(() -> StateMachine.parse(definition, StateMachineType.STANDARD))
                .isInstanceOfSatisfying(InvalidDefinitionException.class,
                        e -> assertThat(e.diagnostics()).extracting(Diagnostic::location)
                                .contains("/States/A/ItemProcessor/States/I/ResultPath",
                                        "/States/B/Choices[0]", "/States/C/Type", "/"));
    }

    @Test
    void acceptsEveryStateTypeInBothDialects() {
        String states = """
                "StartAt": "P", "States": {
                  "P": {"Type": "Pass", "Next": "W"},
                  "W": {"Type": "Wait", "Seconds": 1, "Next": "T"},
                  "T": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                    "TimeoutSeconds": 5, "Next": "M",
                    "Retry": [{"ErrorEquals": ["States.ALL"], "JitterStrategy": "FULL",
                               "MaxDelaySeconds": 60, "BackoffRate": 1.5}]},
                  "M": {"Type": "Map", "Next": "B", "ItemProcessor": {
                    "StartAt": "I", "States": {"I": {"Type": "Pass", "End": true}}}},
                  "B": {"Type": "Parallel", "End": true, "Branches": [
                    {"StartAt": "S", "States": {"S": {"Type": "Succeed"}}}],
                    "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "F"}]},
                  "F": {"Type": "Fail", "Error": "E", "Cause": "C"}}}
                """;

        assertThat(problems("{" + states)).isEmpty();
        assertThat(problems("{\"QueryLanguage\": \"JSONata\", " + states)).isEmpty();
    }
}
