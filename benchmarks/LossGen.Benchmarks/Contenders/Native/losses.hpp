// The losses in loops that g++ -Ofast turns into vector code, exponentials and logarithms included. The number of classes, the
// distance from one class to the next, the pass and the weights are constants, as they are where LossGen compiles a declaration.
#pragma once

#include "elementwise.hpp"
#include "multinomial.hpp"
#include "soft_labels.hpp"
#include "softmax.hpp"
