package drivetrain.states.engine;

import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.states.ErrorOutput;

/** Whoever started a branch and waits for it. */
interface BranchOwner {

    void succeeded(Branch branch, JsonNode output);

    void failed(Branch branch, ErrorOutput errorOutput);
}
