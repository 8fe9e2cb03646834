// Mean divergence of two softmaxes from the mean of both; the gradients of the logits of both.
#pragma once

#include "../common.hpp"

struct JensenShannonLoss
{
    template <int C>
    static float row(const float* __restrict x, const float* __restrict y, const float*, int32_t, float* __restrict gx, float* __restrict gy, float*, float scale)
    {
        float left_maximum = x[0], right_maximum = y[0], left_sum = 0, right_sum = 0, of_left = 0, of_right = 0;
        float left_log[C], right_log[C];
        for (int c = 1; c < C; c++)
        {
            left_maximum = greater(left_maximum, x[c]);
            right_maximum = greater(right_maximum, y[c]);
        }

        for (int c = 0; c < C; c++)
        {
            gx[c] = std::exp(x[c] - left_maximum);
            gy[c] = std::exp(y[c] - right_maximum);
            left_sum += gx[c];
            right_sum += gy[c];
        }

        for (int c = 0; c < C; c++)
        {
            float p = gx[c] / left_sum, q = gy[c] / right_sum, mean = (p + q) / 2;
            gx[c] = p;
            gy[c] = q;
            left_log[c] = std::log(p / mean);
            right_log[c] = std::log(q / mean);
            of_left += p * left_log[c];
            of_right += q * right_log[c];
        }

        for (int c = 0; c < C; c++)
        {
            gx[c] *= scale / 2 * (left_log[c] - of_left);
            gy[c] *= scale / 2 * (right_log[c] - of_right);
        }

        return (of_left + of_right) / 2;
    }

    template <int C, int S>
    static float neighbours(const float* __restrict x, const float* __restrict y, const float*, const int32_t*, float* __restrict gx, float* __restrict gy, float*, float scale)
    {
        static float left_maximum[S], right_maximum[S], left_sum[S], right_sum[S], of_left[S], of_right[S];
        static float left_log[C * S], right_log[C * S];
        float value = 0;
        for (int b = 0; b < S; b++)
        {
            left_maximum[b] = x[b];
            right_maximum[b] = y[b];
            left_sum[b] = right_sum[b] = of_left[b] = of_right[b] = 0;
        }

        for (int c = 1; c < C; c++)
            for (int b = 0; b < S; b++)
            {
                left_maximum[b] = greater(left_maximum[b], x[c * S + b]);
                right_maximum[b] = greater(right_maximum[b], y[c * S + b]);
            }

        for (int c = 0; c < C; c++)
            for (int b = 0; b < S; b++)
            {
                float left = std::exp(x[c * S + b] - left_maximum[b]), right = std::exp(y[c * S + b] - right_maximum[b]);
                gx[c * S + b] = left;
                gy[c * S + b] = right;
                left_sum[b] += left;
                right_sum[b] += right;
            }

        for (int c = 0; c < C; c++)
            for (int b = 0; b < S; b++)
            {
                float p = gx[c * S + b] / left_sum[b], q = gy[c * S + b] / right_sum[b], mean = (p + q) / 2;
                float log_p = std::log(p / mean), log_q = std::log(q / mean);
                gx[c * S + b] = p;
                gy[c * S + b] = q;
                left_log[c * S + b] = log_p;
                right_log[c * S + b] = log_q;
                of_left[b] += p * log_p;
                of_right[b] += q * log_q;
            }

        for (int b = 0; b < S; b++) value += (of_left[b] + of_right[b]) / 2;
        for (int c = 0; c < C; c++)
            for (int b = 0; b < S; b++)
            {
                gx[c * S + b] *= scale / 2 * (left_log[c * S + b] - of_left[b]);
                gy[c * S + b] *= scale / 2 * (right_log[c * S + b] - of_right[b]);
            }

        return value;
    }
};
