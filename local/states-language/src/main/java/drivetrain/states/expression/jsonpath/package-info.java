/**
 * JSONPath as Step Functions reads it: the dialect of Jayway's JsonPath, its filters included.
 *
 * <p>Source: the README of json-path/JsonPath; Amazon States Language specification, "Paths" and
 * "Reference Paths".
 */
package drivetrain.states.expression.jsonpath;
